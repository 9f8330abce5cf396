using System.Globalization;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Web.Problems;

namespace YosWorkflow.Web.Reading;

/// <summary>Reads what is held in memory, and never more of it than a route takes.</summary>
internal static class LimitedBody
{
    /// <summary>A stream's bytes, or null if there are more than <paramref name="mostBytes"/>.</summary>
    public static async Task<byte[]?> ReadAsync(
        Stream stream,
        int mostBytes,
        CancellationToken cancellationToken
    )
    {
        using var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (read.Length + count > mostBytes)
            {
                return null;
            }

            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }

    /// <summary>The answer to what is too large.</summary>
    public static IResult TooLarge(long mostBytes, string what = "The body") =>
        Problem.Result(
            ProblemKind.TooLarge,
            string.Create(CultureInfo.InvariantCulture, $"{what} is larger than {mostBytes} bytes.")
        );
}
