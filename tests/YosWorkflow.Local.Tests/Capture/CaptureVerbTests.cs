using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using YosWorkflow.Local.Capture;
using YosWorkflow.Local.Tests.Azurite;
using YosWorkflow.TestKit;

namespace YosWorkflow.Local.Tests.Capture;

/// <summary>The capture server alone, for the Functions app under Core Tools.</summary>
public sealed class CaptureVerbTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Capture_AMessage_IsListedAndKeptForThePageOfWhatWasSent()
    {
        using var directory = new WorkDirectory();
        var port = TwoVerbsTests.FreePort();
        using var capture = Verb.Start(
            directory,
            "capture",
            "--port",
            port.ToString(CultureInfo.InvariantCulture)
        );
        var line = await capture.LineWithAsync("captures on");
        using var client = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "capture");

        using var answer = await client.PostAsJsonAsync(
            "/v3/mail/send",
            new
            {
                from = new { email = "chase@yos.example" },
                personalizations = new[] { new { to = new[] { new { email = "cm1@yos.example" } } } },
                subject = "Your day",
                content = new[] { new { type = "text/plain", value = "in plain words" } },
            },
            Stop
        );

        Assert.Equal($"YosWorkflow captures on http://localhost:{port}", line);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await capture.LineWithAsync("email to cm1@yos.example: Your day");
        using var kept = new CapturedFiles(
            Path.Combine(directory.Path, ".local", "captured"),
            TimeProvider.System
        );
        Assert.Single(kept.ReadAll());
        Assert.Equal(0, (await capture.InterruptAsync()).ExitCode);
    }

    [Fact]
    public async Task Capture_APortThatIsTaken_SaysWhatToDo()
    {
        using var directory = new WorkDirectory();
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var refused = await Verb.RunHereAsync(directory, ["capture", "--port", port]);

        Assert.Contains("--port", refused.AssertRefused(ExitCode.Failed), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("70000")]
    [InlineData("x")]
    public async Task Capture_NoPort_IsWrongUsage(string port)
    {
        using var directory = new WorkDirectory();

        (await Verb.RunHereAsync(directory, ["capture", "--port", port])).AssertRefused(ExitCode.WrongUsage);
    }

    // Who follows the README has a capture server where the sample looks for one.
    [Fact]
    public void Sample_ItsAddresses_AreTheVerbsUsualPort()
    {
        using var sample = JsonDocument.Parse(
            File.ReadAllText(RepositoryRoot.Combine("local.settings.sample.json"))
        );
        var values = sample.RootElement.GetProperty("Values");

        Assert.All(
            ["SendGrid__BaseUrl", "Graph__BaseUrl"],
            name =>
                Assert.Equal(
                    $"http://localhost:{YosWorkflow.Local.CommandLine.CaptureVerb.UsualPort}",
                    values.GetProperty(name).GetString()
                )
        );
    }
}
