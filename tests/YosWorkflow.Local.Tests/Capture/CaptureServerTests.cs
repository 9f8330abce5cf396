using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Local.Capture;

namespace YosWorkflow.Local.Tests.Capture;

public sealed class CaptureServerTests : IAsyncLifetime
{
    private const string Mail = "/v3/mail/send";
    private const string Notify = "/v1.0/users/7c1e/teamwork/sendActivityNotification";

    private readonly WorkDirectory directory = new();
    private readonly CapturedFiles captured;
    private readonly HttpClient client = new();
    private CaptureServer? server;

    public CaptureServerTests() => captured = Files();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await CaptureServer.StartAsync(captured, TimeProvider.System, Stop);
        client.BaseAddress = server.Address;
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server!.DisposeAsync();
        captured.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task Mail_Whole_IsAcceptedAndKeptAsItIs()
    {
        var answer = await PostAsync(Mail, Email("cm1@yos.example", "Your day"));

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.NotEmpty(Assert.Single(answer.Headers.GetValues("X-Message-Id")));
        Assert.Empty(await answer.Content.ReadAsStringAsync(Stop));
        var kept = Assert.Single(await MessagesAsync());
        Assert.Equal(Channel.Email, kept.Channel);
        Assert.Equal(("cm1@yos.example", "Cam"), (kept.Address, kept.Name));
        Assert.Equal(
            ("Your day", "in plain words", "<p>in colour</p>"),
            (kept.Subject, kept.Text, kept.Html)
        );
    }

    [Fact]
    public async Task Notification_Whole_IsAcceptedAndKeptAsItIs()
    {
        var answer = await PostAsync(Notify, Activity("3 are overdue", chain: 5));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var kept = Assert.Single(await MessagesAsync());
        Assert.Equal((Channel.Teams, "7c1e"), (kept.Channel, kept.Address));
        Assert.Equal(
            ("3 are overdue", "", "http://localhost:7071/my-day"),
            (kept.Subject, kept.Text, kept.Link)
        );
    }

    [Fact]
    public async Task Notification_OfTheSameChain_TakesTheFirstOnesPlace()
    {
        await PostAsync(Notify, Activity("3 are overdue", chain: 5));
        await PostAsync(Notify, Activity("4 are overdue", chain: 5));
        await PostAsync(Notify, Activity("another day", chain: 6));
        await PostAsync(
            Notify.Replace("7c1e", "8d2f", StringComparison.Ordinal),
            Activity("someone else", chain: 5)
        );

        var kept = await MessagesAsync();

        Assert.Equal(
            ["4 are overdue", "another day", "someone else"],
            kept.Select(message => message.Subject)
        );
    }

    [Theory]
    [InlineData(Mail)]
    [InlineData(Notify)]
    public async Task Request_WithoutAuthorization_IsRefusedAndNotKept(string path)
    {
        foreach (var authorization in (string?[])[null, "Bearer ", "Basic abc"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = JsonContent.Create(Email("cm1@yos.example", "Your day")),
            };
            if (authorization is not null)
            {
                request.Headers.TryAddWithoutValidation("Authorization", authorization);
            }

            var answer = await client.SendAsync(request, Stop);

            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        Assert.Empty(captured.ReadAll());
    }

    [Theory]
    [InlineData(
        """{"from":{"email":"a@b.c"},"subject":"S","content":[{"type":"text/plain","value":"T"}]}""",
        "personalizations"
    )]
    [InlineData(
        """{"personalizations":[{"to":[]}],"from":{"email":"a@b.c"},"subject":"S","content":[{"type":"text/plain","value":"T"}]}""",
        "personalizations.0.to"
    )]
    [InlineData(
        """{"personalizations":[{"to":[{"email":"a@b.c"},{"email":"A@b.c"}]}],"from":{"email":"a@b.c"},"subject":"S","content":[{"type":"text/plain","value":"T"}]}""",
        "personalizations.0.to"
    )]
    [InlineData(
        """{"personalizations":[{"to":[{"email":"nobody"}]}],"from":{"email":"a@b.c"},"subject":"S","content":[{"type":"text/plain","value":"T"}]}""",
        "personalizations.0.to.0.email"
    )]
    [InlineData(
        """{"personalizations":[{"to":[{"email":"a@b.c"}]}],"subject":"S","content":[{"type":"text/plain","value":"T"}]}""",
        "from.email"
    )]
    [InlineData(
        """{"personalizations":[{"to":[{"email":"a@b.c"}]}],"from":{"email":"a@b.c"},"content":[{"type":"text/plain","value":"T"}]}""",
        "subject"
    )]
    [InlineData(
        """{"personalizations":[{"to":[{"email":"a@b.c"}]}],"from":{"email":"a@b.c"},"subject":"S"}""",
        "content"
    )]
    [InlineData(
        """{"personalizations":[{"to":[{"email":"a@b.c"}]}],"from":{"email":"a@b.c"},"subject":"S","content":[{"type":"text/plain","value":""}]}""",
        "content.0.value"
    )]
    [InlineData(
        """{"personalizations":[{"to":[{"email":"a@b.c"}]}],"from":{"email":"a@b.c"},"subject":"S","content":[{"type":"text/html","value":"H"},{"type":"text/plain","value":"T"}]}""",
        "content"
    )]
    [InlineData("""[]""", null)]
    [InlineData("""{"personalizations":""", null)]
    public async Task Mail_ThatSendGridRefuses_IsRefusedByField(string body, string? field)
    {
        var answer = await PostAsync(Mail, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var error = (await JsonAsync(answer)).GetProperty("errors")[0];
        Assert.Equal(field, error.GetProperty("field").GetString());
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        Assert.Empty(captured.ReadAll());
    }

    [Theory]
    [InlineData("""{"activityType":"digestReady"}""")]
    [InlineData("""{"activityType":"digestReady","topic":{"source":"text","value":"T"}}""")]
    [InlineData("""{"topic":{"source":"text","value":"T","webUrl":"http://localhost/"}}""")]
    [InlineData("""[]""")]
    public async Task Notification_ThatGraphRefuses_IsRefused(string body)
    {
        var answer = await PostAsync(Notify, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(
            "BadRequest",
            (await JsonAsync(answer)).GetProperty("error").GetProperty("code").GetString()
        );
        Assert.Empty(captured.ReadAll());
    }

    [Theory]
    [InlineData("/v3/mail/batch")]
    [InlineData("/v1.0/users/7c1e/sendMail")]
    public async Task Request_ToAnotherAddress_IsNotFound(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(path, "{}")).StatusCode);

    [Fact]
    public async Task ReadAll_FilesOfSeveralProcesses_IsEverythingInOrder()
    {
        using var other = Files();
        await captured.AppendAsync(Request("a", minute: 1), Stop);
        await other.AppendAsync(Request("b", minute: 2), Stop);
        Assert.Equal(["a", "b"], captured.ReadAll().Select(request => request.Id));
        await captured.AppendAsync(Request("c", minute: 3), Stop);

        using var later = Files();

        Assert.Equal(["a", "b", "c"], captured.ReadAll().Select(request => request.Id));
        Assert.Equal(["a", "b", "c"], other.ReadAll().Select(request => request.Id));
        Assert.Equal(["a", "b", "c"], later.ReadAll().Select(request => request.Id));
    }

    [Fact]
    public async Task ReadAll_ALineThatAKilledProcessLeftUnfinished_IsPassedOver()
    {
        await captured.AppendAsync(Request("a", minute: 1), Stop);
        captured.Dispose();
        var file = Assert.Single(Directory.EnumerateFiles(directory.Local.Make("captured"), "*.jsonl"));
        await File.AppendAllTextAsync(file, """{"id":"b","at":"2011-""", Stop);

        using var later = Files();

        Assert.Equal("a", Assert.Single(later.ReadAll()).Id);
    }

    private CapturedFiles Files() => new(directory.Local.Make("captured"), TimeProvider.System);

    private static CapturedRequest Request(string id, int minute) =>
        new(
            id,
            new DateTimeOffset(2011, 10, 4, 7, minute, 0, TimeSpan.Zero),
            Mail,
            JsonSerializer.SerializeToElement(Email("cm1@yos.example", id))
        );

    private async Task<IReadOnlyList<Web.Pages.Sent.CapturedMessage>> MessagesAsync() =>
        await new CapturedMessages(captured).ReadAsync(Stop);

    private Task<HttpResponseMessage> PostAsync(string path, object body) =>
        PostAsync(path, JsonSerializer.Serialize(body));

    private async Task<HttpResponseMessage> PostAsync(string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new("Bearer", "capture");
        return await client.SendAsync(request, Stop);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);

    private static object Email(string to, string subject) =>
        new
        {
            from = new { email = "morning@yos.example" },
            personalizations = new[] { new { to = new[] { new { email = to, name = "Cam" } } } },
            custom_args = new { digest = "2011-10-04|CM1|email" },
            subject,
            content = new[]
            {
                new { type = "text/plain", value = "in plain words" },
                new { type = "text/html", value = "<p>in colour</p>" },
            },
        };

    private static object Activity(string says, long chain) =>
        new
        {
            activityType = "digestReady",
            chainId = chain,
            topic = new
            {
                source = "text",
                value = "What is due",
                webUrl = "http://localhost:7071/my-day",
            },
            previewText = new { content = says },
            templateParameters = new[] { new { name = "summary", value = says } },
        };
}
