using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using YosWorkflow.Web.Problems;

namespace YosWorkflow.Web.Reading;

/// <summary>Reads the files of a <c>multipart/form-data</c> body as they come, each up to a limit, none by way of the disk.</summary>
internal static class MultipartFiles
{
    /// <summary>
    /// Reads the files by the names of their fields, or says why that can't be done. A field that a browser sends for a file that
    /// was not chosen counts as not given.
    /// </summary>
    public static async Task<(IReadOnlyDictionary<string, byte[]>? Files, IResult? Refusal)> ReadAsync(
        HttpRequest request,
        string[] known,
        int mostBytesEach,
        CancellationToken cancellationToken
    )
    {
        if (BoundaryOf(request) is not { } boundary)
        {
            return (
                null,
                Problem.Result(ProblemKind.UnsupportedType, "Send multipart/form-data with a boundary.")
            );
        }

        try
        {
            return await ReadAsync(
                new MultipartReader(boundary, request.Body),
                known,
                mostBytesEach,
                cancellationToken
            );
        }
        catch (Exception exception)
            when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return (
                null,
                Problem.Result(ProblemKind.UnreadableBody, "The body breaks off, or is not multipart.")
            );
        }
    }

    private static async Task<(IReadOnlyDictionary<string, byte[]>? Files, IResult? Refusal)> ReadAsync(
        MultipartReader reader,
        string[] known,
        int mostBytesEach,
        CancellationToken cancellationToken
    )
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var wrong = new RequestFields(new Dictionary<string, string>(StringComparer.Ordinal));
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            var field = section.GetContentDispositionHeader();
            var name = HeaderUtilities.RemoveQuotes(field?.Name ?? "").ToString();
            var content = await LimitedBody.ReadAsync(section.Body, mostBytesEach, cancellationToken);
            if (content is null)
            {
                return (null, LimitedBody.TooLarge(mostBytesEach, $"The file '{name}'"));
            }

            if (!known.Contains(name, StringComparer.Ordinal))
            {
                wrong.Refuse(name, $"There is no such field. Known are {string.Join(", ", known)}.");
            }
            else if (!IsNotChosen(field!, content) && !files.TryAdd(name, content))
            {
                wrong.Refuse(name, "It is given more than once.");
            }
        }

        return wrong.Errors.Count > 0 ? (null, wrong.Refusal()) : (files, null);
    }

    private static bool IsNotChosen(ContentDispositionHeaderValue field, byte[] content) =>
        content.Length == 0 && HeaderUtilities.RemoveQuotes(field.FileName).Length == 0;

    private static string? BoundaryOf(HttpRequest request)
    {
        var isMultipart =
            MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);
        var boundary = isMultipart ? HeaderUtilities.RemoveQuotes(type!.Boundary).ToString() : "";
        return boundary.Length > 0 ? boundary : null;
    }
}
