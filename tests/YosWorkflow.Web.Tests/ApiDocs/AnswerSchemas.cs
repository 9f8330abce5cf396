using System.Globalization;
using System.Text.Json.Nodes;
using NJsonSchema;
using YosWorkflow.Web.ApiDocs;

namespace YosWorkflow.Web.Tests.ApiDocs;

/// <summary>Holds answers to the schemas of the description, strictly: what is not described may not come either.</summary>
internal static class AnswerSchemas
{
    /// <summary>What of an answer is not as the description has it.</summary>
    public static async Task<IReadOnlyList<string>> FaultsOfAsync(
        ApiOperation operation,
        int status,
        JsonNode answer
    )
    {
        var document = JsonNode.Parse(OpenApiText.Value)!;
        var described = document["paths"]![operation.Route.Template]![
            operation.Route.Method.ToLowerInvariant()
        ]!["responses"]![status.ToString(CultureInfo.InvariantCulture)]!["content"]!["application/json"]![
            "schema"
        ]!;
        return await FaultsOfAsync(described, answer);
    }

    /// <summary>What of an answer is not as a schema has it.</summary>
    public static async Task<IReadOnlyList<string>> FaultsOfAsync(JsonNode described, JsonNode answer)
    {
        var schema = await SchemaOfAsync(described, JsonNode.Parse(OpenApiText.Value)!);
        return [.. schema.Validate(answer.ToJsonString()).Select(error => error.ToString())];
    }

    private static Task<JsonSchema> SchemaOfAsync(JsonNode described, JsonNode document)
    {
        var definitions = (JsonObject)document["components"]!["schemas"]!.DeepClone();
        foreach (var (_, definition) in definitions)
        {
            if (definition!["properties"] is not null && definition["additionalProperties"] is null)
            {
                definition["additionalProperties"] = false;
            }
        }

        // What stands beside a reference is not looked at, so that the definitions can't be there.
        var root = (JsonObject)
            (
                described["$ref"] is { } reference
                    ? definitions[reference.GetValue<string>().Split('/')[^1]]!
                    : described
            ).DeepClone();
        root["definitions"] = definitions;
        return JsonSchema.FromJsonAsync(
            root.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );
    }
}
