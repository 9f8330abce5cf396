using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace YosWorkflow.Infra.Tests.Bicep;

/// <summary>The Bicep compiler, from its package on Linux x64; elsewhere the one on the path, or none.</summary>
internal static class BicepCli
{
    public const string WhyNot = "Bicep's package is for Linux x64, and no bicep was found on the path.";

    private static readonly Lazy<string?> Program = new(Find);

    public static bool IsHere => Program.Value is not null;

    /// <summary>Runs it in a folder, and gives its exit code and all that it wrote.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string folder,
        IReadOnlyDictionary<string, string> environment,
        params string[] arguments
    )
    {
        Assert.SkipUnless(IsHere, WhyNot);
        var start = new ProcessStartInfo(Program.Value!, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var texts = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)
        );
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, string.Concat(texts).Trim());
    }

    private static string? Find()
    {
        var packaged = typeof(BicepCli)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "BicepCli")
            .Value!;
        if (
            OperatingSystem.IsLinux()
            && RuntimeInformation.OSArchitecture == Architecture.X64
            && File.Exists(packaged)
        )
        {
            // Packages don't carry the right to run what is in them.
            File.SetUnixFileMode(packaged, File.GetUnixFileMode(packaged) | UnixFileMode.UserExecute);
            return packaged;
        }

        var name = OperatingSystem.IsWindows() ? "bicep.exe" : "bicep";
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }
}
