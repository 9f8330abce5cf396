using System.Collections;

namespace YosWorkflow.Local;

/// <summary>What a verb has around it: where it runs, where it writes, and what time it is.</summary>
internal sealed record LocalContext
{
    // Some terminals say that they have no width at all.
    private const int LeastWidth = 80;

    /// <summary>The current directory.</summary>
    public required string Directory { get; init; }

    /// <summary>The environment's variables.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Where results go.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Where everything else goes.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether a person sees at once what goes to <see cref="Error"/>, so that a progress bar makes sense.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The width of lines for people, in characters; null where output goes to a file or another program.</summary>
    public int? Width { get; init; }

    /// <summary>Whether a failure is told with where in the program it came from.</summary>
    public bool Traces { get; init; }

    /// <summary>What time it is.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Of this process.</summary>
    public static LocalContext OfProcess() =>
        new()
        {
            Directory = System.IO.Directory.GetCurrentDirectory(),
            Environment = System
                .Environment.GetEnvironmentVariables()
                .Cast<DictionaryEntry>()
                .ToDictionary(
                    one => (string)one.Key,
                    one => (string?)one.Value ?? "",
                    StringComparer.Ordinal
                ),
            Output = Console.Out,
            Error = Console.Error,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Width = Console.IsOutputRedirected ? null : Math.Max(LeastWidth, Console.WindowWidth),
        };
}
