using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace YosWorkflow.Web.Rendering;

/// <summary>
/// A page as an answer, compressed where that is safe. What a page shows of the query, beside what is nobody else's to know, would let
/// whoever listens in on the line guess the one from the other by the length of many answers (BREACH), if a page of theirs could make the
/// browser ask. So a request is answered compressed only if the browser says that no other site has caused it.
/// </summary>
internal sealed class PageResult(string html, int status)
    : IResult,
        IStatusCodeHttpResult,
        IContentTypeHttpResult
{
    private const string Cause = "Sec-Fetch-Site";

    /// <inheritdoc/>
    public int? StatusCode => status;

    /// <inheritdoc/>
    public string ContentType => "text/html; charset=utf-8";

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var body = Encoding.UTF8.GetBytes(html);
        response.StatusCode = status;
        response.ContentType = ContentType;
        response.Headers.Append(HeaderNames.Vary, $"{HeaderNames.AcceptEncoding}, {Cause}");
        if (IsCausedByOurselves(httpContext.Request) && ContentCoding.For(httpContext.Request) is { } coding)
        {
            body = ContentCoding.Encode(body, coding, CompressionLevel.Fastest);
            response.Headers.ContentEncoding = coding;
        }

        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.Body.WriteAsync(body, httpContext.RequestAborted);
        }
    }

    // “none” is an address that somebody typed, kept or followed out of another program, such as a mail client.
    private static bool IsCausedByOurselves(HttpRequest request) =>
        request.Headers[Cause].ToString() is "same-origin" or "none";
}
