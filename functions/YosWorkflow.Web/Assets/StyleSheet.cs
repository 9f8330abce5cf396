using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace YosWorkflow.Web.Assets;

/// <summary>
/// The one style sheet of the pages: GOV.UK Frontend's, and ours after it. GOV.UK's own typeface is licensed for its own
/// domains only, so its place is taken by Arial, and its crest is left out.
/// </summary>
internal static partial class StyleSheet
{
    // In this order: what all pages share, then what those of one kind add.
    private static readonly string[] Ours = ["site.css", "audits.css", "return.css", "service.css"];

    private static readonly Lazy<byte[]> Bytes = new(() => Encoding.UTF8.GetBytes(Compose()));

    private static readonly Lazy<string> LazyVersion = new(() =>
        Convert.ToHexStringLower(SHA256.HashData(Bytes.Value))[..16]
    );

    /// <summary>Its address. It names the content's hash, so that browsers may keep it for good.</summary>
    public static string Href => "/assets/site.css?v=" + LazyVersion.Value;

    /// <summary>The sheet, in UTF-8.</summary>
    public static ReadOnlyMemory<byte> Content => Bytes.Value;

    /// <summary>GOV.UK Frontend's sheet without what only GOV.UK may use.</summary>
    internal static string WithoutGovUkIdentity(string css) =>
        CrestUrl()
            .Replace(FontFace().Replace(css, ""), "none")
            .Replace(
                "GDS Transport,arial,sans-serif",
                "Arial,Helvetica,sans-serif",
                StringComparison.Ordinal
            );

    private static string Compose() =>
        WithoutGovUkIdentity(EmbeddedAsset.ReadText("govuk-frontend.min.css"))
        + "\n"
        + string.Join('\n', Ours.Select(EmbeddedAsset.ReadText));

    [GeneratedRegex("@font-face\\{[^}]*\\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FontFace();

    [GeneratedRegex(
        "url\\([^)]*govuk-crest[^)]*\\)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex CrestUrl();
}
