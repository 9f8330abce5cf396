using System.Text.Json.Nodes;
using YosWorkflow.Web.Assets;

namespace YosWorkflow.Web.ApiDocs;

/// <summary>
/// Examples of answers: what the routes answered in a test, in which long lists are cut. A test holds them to it.
/// </summary>
internal static class ApiExamples
{
    private const string Folder = "ApiDocs/examples";

    /// <summary>The example of an answer as it is written, or null if there is none.</summary>
    public static string? TextOf(ApiOperation operation, int status) =>
        EmbeddedAsset.FindText(Folder, FileOf(operation, status));

    /// <summary>The same as JSON.</summary>
    public static JsonNode? Of(ApiOperation operation, int status) =>
        TextOf(operation, status) is { } text ? JsonNode.Parse(text) : null;

    /// <summary>The name of the file in which it is.</summary>
    public static string FileOf(ApiOperation operation, int status) =>
        FormattableString.Invariant($"{operation.Id}.{status}.json");
}
