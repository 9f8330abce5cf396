using System.Text.Json;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Web.Problems;

namespace YosWorkflow.Web.Reading;

/// <summary>Reads the JSON objects that requests carry; most are small: one level, every value a text or a number.</summary>
internal static class JsonBody
{
    /// <summary>How large such a body may be, in bytes.</summary>
    public const int MostBytes = 64 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>
    /// Reads a body's fields, or says why that can't be done. A field that is not among <paramref name="known"/> is noted as
    /// wrong: a misspelt name must not pass for a missing one.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="known">The fields that there are.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <param name="numbers">Those that may be numbers, too.</param>
    public static async Task<(RequestFields? Fields, IResult? Refusal)> ReadAsync(
        HttpRequest request,
        string[] known,
        CancellationToken cancellationToken,
        string[]? numbers = null
    )
    {
        var (body, refusal) = await ReadObjectAsync(request, MostBytes, cancellationToken);
        return body is { } element ? (FieldsOf(element, known, numbers ?? []), null) : (null, refusal);
    }

    /// <summary>Reads a body that is a JSON object of whatever shape, or says why that can't be done.</summary>
    public static async Task<(JsonElement? Body, IResult? Refusal)> ReadObjectAsync(
        HttpRequest request,
        int mostBytes,
        CancellationToken cancellationToken
    )
    {
        if (!request.HasJsonContentType())
        {
            return (null, Problem.Result(ProblemKind.UnsupportedType, "Send application/json."));
        }

        var body =
            request.ContentLength > mostBytes
                ? null
                : await LimitedBody.ReadAsync(request.Body, mostBytes, cancellationToken);
        if (body is null)
        {
            return (null, LimitedBody.TooLarge(mostBytes));
        }

        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            Read(document.RootElement);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (document.RootElement.Clone(), null)
                : (null, Problem.Result(ProblemKind.UnreadableBody, "The body is not a JSON object."));
        }
        catch (InvalidOperationException)
        {
            return (
                null,
                Problem.Result(
                    ProblemKind.UnreadableBody,
                    "The body holds half a character, which is not text."
                )
            );
        }
        catch (JsonException exception)
        {
            return (
                null,
                Problem.Result(ProblemKind.UnreadableBody, $"The body is not JSON: {exception.Message}")
            );
        }
    }

    // Half of a pair of escapes is JSON by its grammar, but nothing that can be read; one finds that out only by reading.
    private static void Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Read(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    Read(member.Value);
                }

                break;
            default:
                break;
        }
    }

    /// <summary>The fields of an object; whatever is not as it should be is noted as wrong.</summary>
    public static RequestFields FieldsOf(JsonElement body, string[] known, string[] numbers)
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
            else if (
                property.Value.ValueKind == JsonValueKind.Number
                && numbers.Contains(property.Name, StringComparer.Ordinal)
            )
            {
                texts.Add(property.Name, property.Value.GetRawText());
            }
            else if (property.Value.ValueKind != JsonValueKind.Null)
            {
                wrong.Add(
                    (
                        property.Name,
                        numbers.Contains(property.Name, StringComparer.Ordinal)
                            ? "It is not a number."
                            : "It is not a text."
                    )
                );
            }
        }

        var fields = new RequestFields(texts);
        wrong.ForEach(error => fields.Refuse(error.Name, error.Reason));
        return fields;
    }
}
