using System.Text.Json;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Web.Problems;

namespace YosWorkflow.Web.Reading;

/// <summary>Reads the small JSON objects that requests carry: one level, every value a text.</summary>
internal static class JsonBody
{
    /// <summary>How large such a body may be, in bytes.</summary>
    public const int MostBytes = 64 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>
    /// Reads a body's fields, or says why that can't be done. A field that is not among <paramref name="known"/> is noted as
    /// wrong: a misspelt name must not pass for a missing one.
    /// </summary>
    public static async Task<(RequestFields? Fields, IResult? Refusal)> ReadAsync(
        HttpRequest request,
        string[] known,
        CancellationToken cancellationToken
    )
    {
        if (!request.HasJsonContentType())
        {
            return (null, Problem.Result(ProblemKind.UnsupportedType, "Send application/json."));
        }

        var body =
            request.ContentLength > MostBytes
                ? null
                : await LimitedBody.ReadAsync(request.Body, MostBytes, cancellationToken);
        if (body is null)
        {
            return (null, LimitedBody.TooLarge(MostBytes));
        }

        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (FieldsOf(document.RootElement, known), null)
                : (null, Problem.Result(ProblemKind.UnreadableBody, "The body is not a JSON object."));
        }
        catch (JsonException exception)
        {
            return (
                null,
                Problem.Result(ProblemKind.UnreadableBody, $"The body is not JSON: {exception.Message}")
            );
        }
    }

    private static RequestFields FieldsOf(JsonElement body, string[] known)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var wrong = new List<(string Name, string Reason)>();
        foreach (var property in body.EnumerateObject())
        {
            if (!known.Contains(property.Name, StringComparer.Ordinal))
            {
                wrong.Add((property.Name, $"There is no such field. Known are {string.Join(", ", known)}."));
            }
            else if (property.Value.ValueKind == JsonValueKind.String)
            {
                texts.Add(property.Name, property.Value.GetString()!);
            }
            else if (property.Value.ValueKind != JsonValueKind.Null)
            {
                wrong.Add((property.Name, "It is not a text."));
            }
        }

        var fields = new RequestFields(texts);
        wrong.ForEach(error => fields.Refuse(error.Name, error.Reason));
        return fields;
    }
}
