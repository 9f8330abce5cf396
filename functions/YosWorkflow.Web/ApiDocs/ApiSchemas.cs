using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using YosWorkflow.Web.Rendering;

namespace YosWorkflow.Web.ApiDocs;

/// <summary>
/// The schemas of answers, made from the very types that are written and by the same options, so that they can't say anything else
/// than what comes. A type that is used inside others is a schema of its own.
/// </summary>
internal sealed class ApiSchemas
{
    private const string Place = "#/components/schemas/";
    private static readonly string[] Endings = ["Answer", "Shape"];

    private static readonly JsonSerializerOptions Options = new(ApiJson.Options)
    {
        // Answers write numbers as numbers, whatever the reader would also take.
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private readonly SortedDictionary<string, (Type Type, JsonNode Schema)> made = new(
        StringComparer.Ordinal
    );

    /// <summary>All schemas that were asked for, with those that they are made of, by name.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode>> All =>
        made.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Schema));

    /// <summary>A reference to the schema of one of some types.</summary>
    public JsonObject ReferenceTo(IReadOnlyList<Type> types) =>
        types.Count == 1
            ? ReferenceTo(types[0])
            : new JsonObject { ["anyOf"] = new JsonArray([.. types.Select(ReferenceTo)]) };

    /// <summary>The name of a type's schema.</summary>
    public static string NameOf(Type type) =>
        Array.Find(Endings, ending => type.Name.EndsWith(ending, StringComparison.Ordinal)) is { } found
            ? type.Name[..^found.Length]
            : type.Name;

    private JsonObject ReferenceTo(Type type)
    {
        var name = NameOf(type);
        if (!made.TryGetValue(name, out var known))
        {
            // It is there before it is made, so that one which holds itself comes to an end.
            made[name] = (type, new JsonObject());
            made[name] = (type, Make(type));
        }
        else if (known.Type != type)
        {
            throw new InvalidOperationException($"{type} and {known.Type} would both be called {name}.");
        }

        return new JsonObject { ["$ref"] = Place + name };
    }

    private JsonNode Make(Type type) =>
        Options.GetJsonSchemaAsNode(
            type,
            new JsonSchemaExporterOptions
            {
                TreatNullObliviousAsNonNullable = true,
                TransformSchemaNode = (context, schema) => Transform(context, schema, type),
            }
        );

    private JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema, Type root)
    {
        if (schema is not JsonObject own)
        {
            return schema;
        }

        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object)
        {
            var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
            if (type != root || !context.Path.IsEmpty)
            {
                own = MayBeNull(own)
                    ? new JsonObject
                    {
                        ["anyOf"] = new JsonArray(ReferenceTo(type), new JsonObject { ["type"] = "null" }),
                    }
                    : ReferenceTo(type);
            }
            else
            {
                own["required"] = new JsonArray([
                    .. context
                        .TypeInfo.Properties.Where(IsAlwaysWritten)
                        .Select(one => JsonValue.Create(one.Name)),
                ]);
            }
        }

        if (
            context.PropertyInfo is { } property
            && ApiWords.Of(NameOf(property.DeclaringType), property.Name) is { } words
        )
        {
            own["description"] = words;
        }

        return own;
    }

    private static bool MayBeNull(JsonObject schema) =>
        schema["type"] is JsonArray types && types.Any(type => type!.GetValue<string>() == "null");

    private static bool IsAlwaysWritten(JsonPropertyInfo property) =>
        property.Get is not null
        && property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true)
            is null
                or [];
}
