using System.Net;
using System.Text.RegularExpressions;

namespace YosWorkflow.Web.Tests.Security;

/// <summary>The links of a page to addresses of this host, without those within the page.</summary>
internal static partial class Links
{
    public static IEnumerable<string> In(string html) =>
        Href()
            .Matches(html)
            .Select(match => WebUtility.HtmlDecode(match.Groups["to"].Value).Split('#')[0])
            .Where(to => to.StartsWith('/'))
            .Distinct(StringComparer.Ordinal);

    /// <summary>Where the forms of a page send what changes something.</summary>
    public static IEnumerable<string> FormsIn(string html) =>
        Form()
            .Matches(html)
            .Where(match => match.Value.Contains("method=\"post\"", StringComparison.OrdinalIgnoreCase))
            .Select(match =>
                WebUtility.HtmlDecode(Action().Match(match.Value).Groups["to"].Value).Split('?')[0]
            )
            .Distinct(StringComparer.Ordinal);

    [GeneratedRegex("<form[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Form();

    [GeneratedRegex(" action=\"(?<to>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Action();

    [GeneratedRegex("<a[^>]* href=\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Href();
}
