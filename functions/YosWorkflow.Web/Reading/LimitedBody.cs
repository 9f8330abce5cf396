using System.Globalization;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Web.Problems;

namespace YosWorkflow.Web.Reading;

/// <summary>Reads bodies that are held in memory, and never more of them than a route takes.</summary>
internal static class LimitedBody
{
    /// <summary>The body, or null if it is larger than <paramref name="mostBytes"/>.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(
        HttpRequest request,
        int mostBytes,
        CancellationToken cancellationToken
    )
    {
        if (request.ContentLength > mostBytes)
        {
            return null;
        }

        var body = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > mostBytes)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    /// <summary>The answer to a body that is too large.</summary>
    public static IResult TooLarge(long mostBytes) =>
        Problem.Result(
            ProblemKind.TooLarge,
            string.Create(CultureInfo.InvariantCulture, $"The body is larger than {mostBytes} bytes.")
        );
}
