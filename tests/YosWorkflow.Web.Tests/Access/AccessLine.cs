using YosWorkflow.TestKit;

namespace YosWorkflow.Web.Tests.Access;

/// <summary>A line of access.txt: what everybody gets from a route, of somebody's.</summary>
/// <param name="Host">The host it is for, or null for both.</param>
/// <param name="Route">The route's method and template.</param>
/// <param name="Of">Of whose.</param>
/// <param name="Answers">What is expected, by who asks.</param>
internal sealed record AccessLine(
    string? Host,
    string Route,
    string Of,
    IReadOnlyDictionary<string, string> Answers
)
{
    private static readonly string[] Hosts = ["azure", "local"];
    private static readonly Lazy<AccessLine[]> Read = new(ReadAll);

    public static IReadOnlyList<AccessLine> All => Read.Value;

    /// <summary>It again, as a test names it.</summary>
    public override string ToString() => string.Join(' ', new[] { Host, Route, Of }.OfType<string>());

    private static AccessLine[] ReadAll()
    {
        var path = RepositoryRoot.Combine("tests", "YosWorkflow.Web.Tests", "Access", "access.txt");
        var lines = File.ReadLines(path)
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToArray();
        var callers = lines[0][2..];
        return [.. lines.Skip(1).Select(line => OneOf(line, callers))];
    }

    private static AccessLine OneOf(string[] words, string[] callers)
    {
        var host = Hosts.Contains(words[0], StringComparer.Ordinal) ? words[0] : null;
        var rest = host is null ? words : words[1..];
        return new AccessLine(
            host,
            $"{rest[0]} {rest[1]}",
            rest[2],
            callers
                .Zip(rest[3..])
                .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
        );
    }
}
