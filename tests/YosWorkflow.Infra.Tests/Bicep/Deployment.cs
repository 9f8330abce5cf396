using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using YosWorkflow.TestKit;

namespace YosWorkflow.Infra.Tests.Bicep;

/// <summary>
/// What a deployment would make: the template evaluated as Azure would, but for what only exists once it is made. Such values
/// stand there as the expressions that give them.
/// </summary>
internal sealed class Deployment
{
    private static readonly ConcurrentDictionary<Switches, Lazy<Task<Deployment>>> Made = new();
    private static int folders;

    private Deployment(JsonDocument snapshot) =>
        Resources = [.. snapshot.RootElement.GetProperty("predictedResources").EnumerateArray()];

    /// <summary>Everything that it would make.</summary>
    public IReadOnlyList<JsonElement> Resources { get; }

    /// <summary>The app's settings.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        Config("appsettings")
            .EnumerateObject()
            .ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!);

    /// <summary>The deployment by these switches; each is evaluated once.</summary>
    public static Task<Deployment> OfAsync(Switches switches) =>
        Made.GetOrAdd(switches, made => new Lazy<Task<Deployment>>(() => EvaluateAsync(made))).Value;

    /// <summary>What Bicep says to these switches, where it refuses them.</summary>
    public static async Task<(int ExitCode, string Output)> TryAsync(Switches switches)
    {
        var (_, exitCode, output) = await SnapshotAsync(switches);
        return (exitCode, output);
    }

    /// <summary>A copy of infra/'s Bicep files, to be changed or written beside.</summary>
    public static string CopyFiles()
    {
        var number = Interlocked.Increment(ref folders).ToString(CultureInfo.InvariantCulture);
        var copy = Path.Combine(AppContext.BaseDirectory, "infra", number);
        var source = RepositoryRoot.Combine("infra");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            if (
                Path.GetExtension(file) is not (".bicep" or ".bicepparam")
                && Path.GetDirectoryName(file) != source
            )
            {
                continue;
            }

            var target = Path.Combine(copy, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }

        return copy;
    }

    /// <summary>All resources of a type.</summary>
    public IEnumerable<JsonElement> OfType(string type) =>
        Resources.Where(resource => resource.GetProperty("type").GetString() == type);

    /// <summary>The properties of the app's configuration of that name.</summary>
    public JsonElement Config(string name) =>
        OfType("Microsoft.Web/sites/config")
            .Single(config =>
                config.GetProperty("name").GetString()!.EndsWith('/' + name, StringComparison.Ordinal)
            )
            .GetProperty("properties");

    private static async Task<Deployment> EvaluateAsync(Switches switches)
    {
        var (folder, exitCode, output) = await SnapshotAsync(switches);
        Assert.Equal("", output);
        Assert.Equal(0, exitCode);
        await using var file = File.OpenRead(Path.Combine(folder, "main.snapshot.json"));
        return new Deployment(
            await JsonDocument.ParseAsync(file, cancellationToken: TestContext.Current.CancellationToken)
        );
    }

    private static async Task<(string Folder, int ExitCode, string Output)> SnapshotAsync(Switches switches)
    {
        var folder = CopyFiles();
        var (exitCode, output) = await BicepCli.RunAsync(
            folder,
            switches.Variables,
            "snapshot",
            "main.bicepparam",
            "--mode",
            "overwrite",
            "--location",
            "uksouth",
            "--subscription-id",
            "44444444-4444-4444-4444-444444444444",
            "--tenant-id",
            "55555555-5555-5555-5555-555555555555"
        );
        return (folder, exitCode, output);
    }
}
