using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using YosWorkflow.Local.CommandLine;

namespace YosWorkflow.Local.Tests;

/// <summary>What a verb came to.</summary>
internal sealed record VerbResult(int ExitCode, string Output, string Error)
{
    /// <summary>The JSON it wrote, if it did what it was asked to.</summary>
    public JsonElement Json
    {
        get
        {
            AssertDone();
            using var document = JsonDocument.Parse(Output);
            return document.RootElement.Clone();
        }
    }

    public VerbResult AssertDone()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}: {Error}{Output}");
        return this;
    }

    /// <summary>It ended with this code, wrote no result, and said why on a line each, without a trace of the program.</summary>
    public string AssertRefused(int exitCode)
    {
        Assert.True(exitCode == ExitCode, $"exit code {ExitCode}: {Error}{Output}");
        Assert.Empty(Output);
        Assert.NotEmpty(Error.Trim());
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", Error, StringComparison.Ordinal);
        return Error;
    }
}

/// <summary>The built program as a process of its own, as a person starts it.</summary>
internal sealed class Verb : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "YosWorkflow.Local.dll");

    // What a developer's machine may have set must not decide a test.
    private static readonly string[] Settings =
    [
        "AzureWebJobsStorage",
        "Storage__",
        "Service__",
        "Standards__",
        "Chase__",
        "SendGrid__",
        "Graph__",
        "Delivery__",
    ];

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();

    private Verb(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(error, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => Read(output);

    public string Error => Read(error);

    public bool HasExited => process.HasExited;

    public static Verb Start(WorkDirectory directory, params string[] arguments) =>
        Start(directory, environment: [], arguments);

    public static Verb Start(
        WorkDirectory directory,
        Dictionary<string, string> environment,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = directory.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new Verb(Process.Start(start)!);
    }

    public static Task<VerbResult> RunAsync(WorkDirectory directory, params string[] arguments) =>
        RunAsync(directory, environment: [], arguments);

    public static async Task<VerbResult> RunAsync(
        WorkDirectory directory,
        Dictionary<string, string> environment,
        params string[] arguments
    )
    {
        using var verb = Start(directory, environment, arguments);
        return await verb.ResultAsync();
    }

    /// <summary>Does it in this process, which is quicker and the same to storage.</summary>
    public static async Task<VerbResult> RunHereAsync(
        WorkDirectory directory,
        string[] arguments,
        Dictionary<string, string>? environment = null,
        TimeProvider? clock = null
    )
    {
        using var results = new StringWriter(CultureInfo.InvariantCulture);
        using var rest = new StringWriter(CultureInfo.InvariantCulture);
        var context = new LocalContext
        {
            Directory = directory.Path,
            Environment = environment ?? [],
            Output = results,
            Error = rest,
            Clock = clock ?? TimeProvider.System,
        };
        var exitCode = await LocalCommandLine.RunAsync(
            arguments,
            context,
            TestContext.Current.CancellationToken
        );
        return new VerbResult(exitCode, results.ToString(), rest.ToString());
    }

    public async Task<VerbResult> ResultAsync()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new VerbResult(process.ExitCode, Output, Error);
    }

    /// <summary>Waits until a line of output holds a text, and gives that line.</summary>
    public async Task<string> LineWithAsync(string text)
    {
        while (true)
        {
            if (
                Output.Split('\n').FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)) is
                { } line
            )
            {
                return line.TrimEnd();
            }

            Assert.False(process.HasExited, $"It ended without '{text}': {Error}{Output}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Ends it as the system's out-of-memory killer does, if it has not ended by itself.</summary>
    public Task<VerbResult> KillAsync()
    {
        process.Kill();
        return ResultAsync();
    }

    /// <summary>Ends it as Ctrl-C at its terminal does.</summary>
    public async Task<VerbResult> InterruptAsync()
    {
        await SignalAsync("-INT");
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            // A shell has Ctrl-C ignored by what it runs in the background, and so by the tests and what they start.
            await SignalAsync("-TERM");
        }

        return await ResultAsync();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, FormattableString.Invariant($"{process.Id}")]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private static bool IsSetting(string name) =>
        Settings.Any(setting => name.StartsWith(setting, StringComparison.OrdinalIgnoreCase));

    private static void Append(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            lock (text)
            {
                text.AppendLine(line);
            }
        }
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
