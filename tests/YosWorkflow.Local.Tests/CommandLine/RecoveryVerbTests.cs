using YosWorkflow.TestKit;

namespace YosWorkflow.Local.Tests.CommandLine;

/// <summary>Exports, restores and erasures, as an operator does them.</summary>
public sealed class RecoveryVerbTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Export_ThenErase_ThenRestore_TakesTheCaseAwayAndBringsItBack()
    {
        using var directory = new WorkDirectory();
        var storage = new Dictionary<string, string> { ["AzureWebJobsStorage"] = azurite.ConnectionString };
        var (staff, cases) = SmallCaseload.Write(directory);
        (
            await Verb.RunHereAsync(directory, ["import", "--staff", staff, "--cases", cases], storage)
        ).AssertDone();

        var exported = await Verb.RunHereAsync(directory, ["export", "--to", "export"], storage);
        Assert.Contains("Cases", exported.AssertDone().Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(directory.Path, "export", "manifest.json")));

        var looked = await Verb.RunHereAsync(directory, ["erase", "--case", "K11"], storage);
        Assert.Contains("Nothing was changed", looked.AssertDone().Output, StringComparison.Ordinal);
        var held = await Verb.RunHereAsync(directory, ["export", "--case", "K11"], storage);
        Assert.Contains("\"rk\":\"K11\"", held.AssertDone().Output, StringComparison.Ordinal);

        var erased = await Verb.RunHereAsync(directory, ["erase", "--case", "K11", "--confirm"], storage);
        Assert.Contains("Erased.", erased.AssertDone().Output, StringComparison.Ordinal);
        Assert.Empty(
            (await Verb.RunHereAsync(directory, ["export", "--case", "K11"], storage)).AssertDone().Output
        );

        // The record of the erasure is something that the export does not hold.
        var refused = await Verb.RunHereAsync(directory, ["restore", "--from", "export"], storage);
        Assert.Contains(
            "Restore into empty ones",
            refused.AssertRefused(ExitCode.Failed),
            StringComparison.Ordinal
        );
        (
            await Verb.RunHereAsync(directory, ["restore", "--from", "export", "--add-missing"], storage)
        ).AssertDone();
        held = await Verb.RunHereAsync(directory, ["export", "--case", "K11"], storage);
        Assert.Contains("\"rk\":\"K11\"", held.AssertDone().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("export")]
    [InlineData("export", "--to", "a", "--case", "K11")]
    [InlineData("restore")]
    [InlineData("erase")]
    [InlineData("erase", "--confirm")]
    public async Task Verb_WithoutWhatItNeeds_IsWrongUsage(params string[] arguments)
    {
        using var directory = new WorkDirectory();

        (await Verb.RunHereAsync(directory, arguments)).AssertRefused(ExitCode.WrongUsage);
    }

    [Fact]
    public async Task Restore_OfAFolderThatIsNoExport_IsRefused()
    {
        using var directory = new WorkDirectory();
        var storage = new Dictionary<string, string> { ["AzureWebJobsStorage"] = azurite.ConnectionString };

        var refused = await Verb.RunHereAsync(directory, ["restore", "--from", "."], storage);

        Assert.Contains("manifest.json", refused.AssertRefused(ExitCode.Failed), StringComparison.Ordinal);
    }
}
