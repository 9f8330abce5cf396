using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace YosWorkflow.Web.Rendering;

/// <summary>In which form an answer goes over the wire.</summary>
internal static class ContentCoding
{
    private const string Brotli = "br";
    private const string Gzip = "gzip";

    /// <summary>The best that the sender of a request takes; null: as it is.</summary>
    public static string? For(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        return Takes(Brotli) ? Brotli
            : Takes(Gzip) ? Gzip
            : null;

        bool Takes(string coding)
        {
            var named = accepted.FirstOrDefault(one =>
                one.Value.Equals(coding, StringComparison.OrdinalIgnoreCase)
            );
            return named is not null && named.Quality != 0;
        }
    }

    /// <summary>Puts bytes into a form.</summary>
    /// <param name="plain">The bytes.</param>
    /// <param name="coding">The form.</param>
    /// <param name="level">How much time it is worth: little for what is asked for once, more for what is kept.</param>
    public static byte[] Encode(ReadOnlySpan<byte> plain, string coding, CompressionLevel level)
    {
        using var packed = new MemoryStream();
        using (
            Stream packing =
                coding == Brotli ? new BrotliStream(packed, level) : new GZipStream(packed, level)
        )
        {
            packing.Write(plain);
        }

        return packed.ToArray();
    }

    /// <summary>Whether a request names this version among those that it has.</summary>
    public static bool Has(HttpRequest request, EntityTagHeaderValue version) =>
        request
            .GetTypedHeaders()
            .IfNoneMatch.Any(one =>
                one.Equals(EntityTagHeaderValue.Any) || one.Compare(version, useStrongComparison: false)
            );
}
