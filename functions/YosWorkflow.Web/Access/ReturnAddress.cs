namespace YosWorkflow.Web.Access;

/// <summary>Where a person goes back to after signing in: an address of ours, whatever was asked for.</summary>
internal static class ReturnAddress
{
    /// <summary>Where to go if nothing else is said.</summary>
    public const string Home = "/";

    private const int Longest = 2_000;
    private static readonly Uri Here = new("http://here.invalid/");

    /// <summary>
    /// The path and query that was asked for, or home if it would lead anywhere but to this host. <c>//other.example</c> does, and so
    /// does <c>/\other.example</c> in a browser.
    /// </summary>
    public static string Of(string? asked)
    {
        var isPath =
            asked is ['/', ..] and not ['/', '/' or '\\', ..] and { Length: <= Longest }
            && asked.All(c => c is > ' ' and < '\x7f' and not '\\');
        return
            isPath
            && Uri.TryCreate(Here, asked, out var address)
            && address.GetLeftPart(UriPartial.Authority) == Here.GetLeftPart(UriPartial.Authority)
            ? asked!
            : Home;
    }
}
