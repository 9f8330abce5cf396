using System.Text.Json.Nodes;
using YosWorkflow.Core;

namespace YosWorkflow.Web.ApiDocs;

/// <summary>A field of a query, a body or the headers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">What it says.</param>
public sealed record ApiField(string Name, string Text)
{
    private Func<JsonObject> schema = () => new() { ["type"] = "string" };

    /// <summary>Whether it has to be there.</summary>
    public bool IsRequired { get; init; }

    /// <summary>An example in an address; null if there is none.</summary>
    public string? Example { get; init; }

    /// <summary>What it may hold, as JSON Schema.</summary>
    public JsonObject Schema() => schema();

    /// <summary>A text of up to so many characters.</summary>
    public static ApiField OfText(string name, int longest, string text) =>
        new(name, text) { schema = () => new() { ["type"] = "string", ["maxLength"] = longest } };

    /// <summary>A day.</summary>
    public static ApiField OfDate(string name, string text) =>
        new(name, text) { schema = () => new() { ["type"] = "string", ["format"] = "date" } };

    /// <summary>A month, as <c>yyyy-MM</c>.</summary>
    public static ApiField OfMonth(string name, string text) =>
        new(name, text) { schema = () => new() { ["type"] = "string", ["pattern"] = "^[0-9]{4}-[0-9]{2}$" } };

    /// <summary>A whole number.</summary>
    public static ApiField OfWhole(string name, int least, int? most, string text) =>
        new(name, text)
        {
            schema = () =>
            {
                var number = new JsonObject { ["type"] = "integer", ["minimum"] = least };
                if (most is { } limit)
                {
                    number["maximum"] = limit;
                }

                return number;
            },
        };

    /// <summary>A share in per cent, above 0.</summary>
    public static ApiField OfPercent(string name, string text) =>
        new(name, text)
        {
            schema = () =>
                new()
                {
                    ["type"] = "number",
                    ["exclusiveMinimum"] = 0,
                    ["maximum"] = 100,
                },
        };

    /// <summary>Yes or no.</summary>
    public static ApiField OfSwitch(string name, string text) =>
        new(name, text) { schema = () => new() { ["type"] = "boolean" } };

    /// <summary>One of the codes of an enumeration.</summary>
    public static ApiField OfCode<T>(string name, string text)
        where T : struct, Enum => new(name, text) { schema = CodeSchema<T> };

    /// <summary>Codes of an enumeration, with commas between them.</summary>
    public static ApiField OfCodes<T>(string name, string text)
        where T : struct, Enum =>
        new(name, text) { schema = () => new() { ["type"] = "array", ["items"] = CodeSchema<T>() } };

    /// <summary>A file.</summary>
    public static ApiField OfFile(string name, string text) =>
        new(name, text) { schema = () => new() { ["type"] = "string", ["contentMediaType"] = "text/csv" } };

    /// <summary>An object that holds, by whatever names, objects of these fields.</summary>
    public static ApiField OfObjects(string name, string text, params ApiField[] fields) =>
        new(name, text)
        {
            schema = () => new() { ["type"] = "object", ["additionalProperties"] = ObjectSchema(fields) },
        };

    /// <summary>An object of these fields and no others.</summary>
    public static JsonObject ObjectSchema(IReadOnlyCollection<ApiField> fields, bool open = false)
    {
        var properties = new JsonObject();
        foreach (var field in fields)
        {
            var own = field.Schema();
            own["description"] = field.Text;
            properties[field.Name] = own;
        }

        var whole = new JsonObject { ["type"] = "object", ["properties"] = properties };
        var required = fields.Where(field => field.IsRequired).Select(field => field.Name).ToArray();
        if (required.Length > 0)
        {
            whole["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]);
        }

        if (!open)
        {
            whole["additionalProperties"] = false;
        }

        return whole;
    }

    private static JsonObject CodeSchema<T>()
        where T : struct, Enum =>
        new()
        {
            ["type"] = "string",
            ["enum"] = new JsonArray([.. Codes<T>.All.Select(code => JsonValue.Create(code))]),
        };
}
