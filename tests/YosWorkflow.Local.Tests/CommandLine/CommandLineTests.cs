namespace YosWorkflow.Local.Tests.CommandLine;

/// <summary>Verbs in this process: what needs no storage.</summary>
public sealed class CommandLineTests
{
    // The contract's own examples, and what the calendar must not be asked.
    [Theory]
    [InlineData("2011-04-14", "15wd", "2011-05-11")]
    [InlineData("2011-10-08", "15wd", "2011-10-28")]
    [InlineData("08/10/2011", "15wd", "2011-10-28")]
    [InlineData("2011-11-30", "3m", "2012-02-29")]
    [InlineData("2011-10-04", "1m", "2011-11-04")]
    public async Task Due_ADayAndALimit_PrintsTheDueDate(string from, string limit, string due)
    {
        var result = await RunAsync("due", "--from", from, "--limit", limit);

        Assert.Equal(due, result.AssertDone().Output.TrimEnd());
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task Due_AServiceThatCountsDayZero_PrintsItsDueDate()
    {
        var result = await RunAsync(
            new Dictionary<string, string> { ["Standards__DayZero"] = "counted" },
            "due",
            "--from",
            "2011-04-14",
            "--limit",
            "15wd"
        );

        Assert.Equal("2011-05-10", result.AssertDone().Output.TrimEnd());
    }

    [Fact]
    public async Task Due_AYearWithoutBankHolidays_NamesTheYear()
    {
        var error = (await RunAsync("due", "--from", "2035-01-01", "--limit", "5wd")).AssertRefused(1);

        Assert.Contains("2035", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("due", "--from", "2011-02-30", "--limit", "15wd")]
    [InlineData("due", "--from", "04.10.2011", "--limit", "15wd")]
    [InlineData("due", "--from", "2011-04-14", "--limit", "15")]
    [InlineData("due", "--from", "2011-04-14", "--limit", "0wd")]
    [InlineData("due", "--from", "2011-04-14")]
    [InlineData("due", "--limit", "15wd")]
    [InlineData("due", "--from", "2011-04-14", "--limit", "15wd", "--more")]
    [InlineData("obligations")]
    [InlineData("obligations", "--as-of", "2011-10-04", "--format", "xml")]
    [InlineData("chase", "--as-of", "tomorrow")]
    [InlineData("chase", "--as-of", "2011-10-04", "--format", "csv")]
    [InlineData("import")]
    [InlineData("import", "--staff")]
    [InlineData("import", "staff.csv")]
    [InlineData("serve", "--urls", "https://localhost:7071")]
    [InlineData("serve", "--urls", "localhost")]
    [InlineData("serve", "--urls", "http://example.org:7071")]
    [InlineData("nonsense")]
    [InlineData]
    public async Task Run_WrongUsage_ExitsWithTwoAndSaysHowItIsUsed(params string[] arguments)
    {
        var error = (await RunAsync(arguments)).AssertRefused(2);

        Assert.Contains("--help", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("serve")]
    [InlineData("import")]
    [InlineData("due")]
    [InlineData("obligations")]
    [InlineData("chase")]
    [InlineData("sample")]
    public async Task Help_OfAVerb_IsAResult(string verb)
    {
        var result = await RunAsync(verb, "--help");

        Assert.Contains("Usage:", result.AssertDone().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Service__TimeZone", "Europe/Nowhere")]
    [InlineData("Standards__Pack", "kent-1911")]
    [InlineData("Delivery__Mode", "shout")]
    public async Task Run_ASettingThatIsWrong_IsNamed(string name, string value)
    {
        var result = await RunAsync(
            new Dictionary<string, string> { [name] = value },
            "obligations",
            "--as-of",
            "2011-10-04"
        );

        Assert.StartsWith(name, result.AssertRefused(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SeveralSettingsThatAreWrong_HaveALineEach()
    {
        var settings = new Dictionary<string, string>
        {
            ["Service__TimeZone"] = "Europe/Nowhere",
            ["Chase__Hour"] = "99",
        };

        var error = (await RunAsync(settings, "chase", "--as-of", "2011-10-04")).AssertRefused(1);

        Assert.Equal(2, error.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task Import_AFileThatIsMissing_IsNamedBeforeAnythingIsStarted()
    {
        using var directory = new WorkDirectory();

        var error = (await Verb.RunHereAsync(directory, ["import", "--cases", "cases.csv"])).AssertRefused(1);

        Assert.StartsWith("cases.csv can't be read", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(directory.Local.Path));
    }

    [Fact]
    public async Task Import_ADirectory_SaysThatItIsOne()
    {
        using var directory = new WorkDirectory();

        var result = await Verb.RunHereAsync(directory, ["import", "--staff", "."]);

        Assert.Equal(". is a directory and not a file.", result.AssertRefused(1).TrimEnd());
    }

    private static Task<VerbResult> RunAsync(params string[] arguments) => RunAsync([], arguments);

    private static async Task<VerbResult> RunAsync(
        Dictionary<string, string> environment,
        params string[] arguments
    )
    {
        using var directory = new WorkDirectory();
        return await Verb.RunHereAsync(directory, arguments, environment);
    }
}
