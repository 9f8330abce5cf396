using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using YosWorkflow.Web.Rendering;

namespace YosWorkflow.Web.Assets;

/// <summary>
/// An asset as an answer: in the form that the browser takes best, each made once, and not at all if the browser has it. Assets say
/// nothing of anybody, so that nothing can be guessed from their length.
/// </summary>
internal sealed class AssetResult(ReadOnlyMemory<byte> content, string type) : IResult
{
    private static readonly ConcurrentDictionary<(ReadOnlyMemory<byte> Content, string Coding), Form> Forms =
        new();

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var coding = ContentCoding.For(httpContext.Request) ?? "";
        var form = Forms.GetOrAdd((content, coding), FormOf);
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        response.GetTypedHeaders().ETag = form.Version;
        if (ContentCoding.Has(httpContext.Request, form.Version))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (coding.Length > 0)
        {
            response.Headers.ContentEncoding = coding;
        }

        response.ContentType = type;
        response.ContentLength = form.Bytes.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.Body.WriteAsync(form.Bytes, httpContext.RequestAborted);
        }
    }

    private static Form FormOf((ReadOnlyMemory<byte> Content, string Coding) asked)
    {
        var (content, coding) = asked;
        var bytes =
            coding.Length == 0
                ? content
                : ContentCoding.Encode(content.Span, coding, CompressionLevel.Optimal);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span).AsSpan(0, 8));
        return new Form(bytes, new EntityTagHeaderValue($"\"{hash}{coding}\""));
    }

    private sealed record Form(ReadOnlyMemory<byte> Bytes, EntityTagHeaderValue Version);
}
