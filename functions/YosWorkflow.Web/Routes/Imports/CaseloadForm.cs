using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using YosWorkflow.Services.Import;
using YosWorkflow.Web.Reading;

namespace YosWorkflow.Web.Routes.Imports;

/// <summary>The form in which the files of a caseload come, from programs and from the import page.</summary>
internal static class CaseloadForm
{
    /// <summary>
    /// What is imported in some seconds, in bytes of all files: the caseload of a service of a thousand cases is a sixth of it.
    /// </summary>
    public const long MostBytesAtOnce = 2 * 1024 * 1024;

    private const string Staff = "staff";
    private const string Cases = "cases";
    private const string Milestones = "milestones";

    // Three files, and what the form needs around them.
    private const long MostBytes = (3L * ImportLimits.MaxBytes) + (64 * 1024);

    /// <summary>The names of its fields.</summary>
    public static string[] Names => [Staff, Cases, Milestones];

    /// <summary>Reads the files by the names of their fields, or says why that can't be done.</summary>
    public static Task<(IReadOnlyDictionary<string, byte[]>? Files, IResult? Refusal)> ReadAsync(
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (request.ContentLength > MostBytes)
        {
            return Task.FromResult<(IReadOnlyDictionary<string, byte[]>?, IResult?)>(
                (null, LimitedBody.TooLarge(MostBytes))
            );
        }

        AllowLargeBody(request.HttpContext);
        return MultipartFiles.ReadAsync(request, Names, ImportLimits.MaxBytes, cancellationToken);
    }

    /// <summary>The files, to be imported.</summary>
    public static ImportFiles FilesOf(IReadOnlyDictionary<string, byte[]> files)
    {
        return new ImportFiles(FileOf(Staff), FileOf(Cases), FileOf(Milestones));

        ImportFile? FileOf(string name) =>
            files.TryGetValue(name, out var content) ? ImportFile.Of(content) : null;
    }

    private static void AllowLargeBody(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }
    }
}
