using System.Collections.Immutable;
using System.Text.Json.Nodes;
using YosWorkflow.Web.ApiDocs;

namespace YosWorkflow.Web.Pages.ApiDocs;

/// <summary>What the page of the programming interface shows: the descriptions themselves.</summary>
public sealed record ApiDocsModel
{
    /// <summary>The operations in groups.</summary>
    public ImmutableArray<ApiGroup> Groups { get; } = ApiOperations.Groups;

    /// <summary>What may be given with a request, and where it goes.</summary>
    internal static IEnumerable<(ApiField Field, string Place)> FieldsOf(ApiOperation operation) =>
        operation
            .Address.Select(part =>
                (
                    new ApiField(part.Key, OpenApiWords.OfAddress(part.Key)) { IsRequired = true },
                    "in the address"
                )
            )
            .Concat(operation.Query.Select(field => (field, "in the query")))
            .Concat(operation.Headers.Select(field => (field, "as a header")))
            .Concat((operation.Body?.Fields ?? []).Select(field => (field, "in the body")));

    /// <summary>What a field may hold, in words.</summary>
    internal static string KindOf(ApiField field)
    {
        var schema = field.Schema();
        var type = schema["type"]!.GetValue<string>();
        return type switch
        {
            "string" when schema["format"] is not null => "a day",
            "string" when schema["pattern"] is not null => "a month, yyyy-MM",
            "string" when schema["contentMediaType"] is not null => "a CSV file",
            "string" when schema["enum"] is JsonArray codes => OneOf(codes),
            "string" when schema["maxLength"] is { } longest => $"text, up to {longest} characters",
            "string" => "text",
            "integer" => "a whole number" + Range(schema),
            "number" => "a number above 0, up to 100",
            "boolean" => "true or false",
            "array" => OneOf((JsonArray)schema["items"]!["enum"]!),
            _ => "an object",
        };
    }

    /// <summary>An example of a request's first line.</summary>
    internal static string FirstLineOf(ApiOperation operation)
    {
        var address = operation.Address.Aggregate(
            operation.Route.Template,
            (text, part) => text.Replace($"{{{part.Key}}}", part.Value, StringComparison.Ordinal)
        );
        var query = string.Join(
            '&',
            operation
                .Query.Where(field => field.Example is not null)
                .Select(field => $"{field.Name}={field.Example}")
        );
        return $"{operation.Route.Method} {address}{(query.Length > 0 ? "?" : "")}{query}";
    }

    private static string OneOf(JsonArray codes) =>
        string.Join(", ", codes.Select(code => code!.GetValue<string>()));

    private static string Range(JsonObject schema) =>
        schema["maximum"] is { } most
            ? $" from {schema["minimum"]} to {most}"
            : $", {schema["minimum"]} or more";
}
