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

    [GeneratedRegex("<a[^>]* href=\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Href();
}
