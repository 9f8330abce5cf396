using System.Security.Cryptography;
using System.Text;

namespace YosWorkflow.Web.Assets;

/// <summary>The one script of the pages, which all work without it.</summary>
internal static class SiteScript
{
    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(EmbeddedAsset.ReadText("site.js"));

    /// <summary>Its address. It names the content's hash, so that browsers may keep it for good.</summary>
    public static string Href { get; } =
        "/assets/site.js?v=" + Convert.ToHexStringLower(SHA256.HashData(Bytes))[..16];

    /// <summary>The script, in UTF-8.</summary>
    public static ReadOnlyMemory<byte> Content => Bytes;
}
