using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;

namespace YosWorkflow.Services.Recovery;

/// <summary>
/// An entity as a line of JSON, and back. Texts and truth values stand for themselves; what JSON has no type for names its own,
/// as in <c>{"int64":"5"}</c>. When and in which version it was written is not part of it: storage decides that anew.
/// </summary>
internal static class RowJson
{
    private const string Partition = "pk";
    private const string Row = "rk";
    private const string Properties = "p";

    private static readonly JsonWriterOptions Short = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The line, without its end. The same entity gives the same line.</summary>
    public static string Write(TableEntity entity)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Short))
        {
            json.WriteStartObject();
            json.WriteString(Partition, entity.PartitionKey);
            json.WriteString(Row, entity.RowKey);
            json.WriteStartObject(Properties);
            foreach (var (name, value) in OwnProperties(entity))
            {
                json.WritePropertyName(name);
                WriteValue(json, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(memory.ToArray());
    }

    /// <summary>The entity of a line.</summary>
    /// <exception cref="FormatException">The line is not one of ours.</exception>
    public static TableEntity Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var entity = new TableEntity(
                root.GetProperty(Partition).GetString(),
                root.GetProperty(Row).GetString()
            );
            foreach (var property in root.GetProperty(Properties).EnumerateObject())
            {
                entity[property.Name] = ReadValue(property.Value);
            }

            return entity;
        }
        catch (Exception error)
            when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("A line of the export is not an entity.", error);
        }
    }

    private static IEnumerable<KeyValuePair<string, object>> OwnProperties(TableEntity entity) =>
        entity
            .Where(property =>
                property.Value is not null
                && property.Key
                    is not (
                        nameof(TableEntity.PartitionKey)
                        or nameof(TableEntity.RowKey)
                        or nameof(TableEntity.Timestamp)
                    )
                && !property.Key.StartsWith("odata.", StringComparison.Ordinal)
            )
            .OrderBy(property => property.Key, StringComparer.Ordinal)!;

    private static void WriteValue(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                return;
            case bool truth:
                json.WriteBooleanValue(truth);
                return;
        }

        var (type, written) = value switch
        {
            int number => ("int32", number.ToString(CultureInfo.InvariantCulture)),
            long number => ("int64", number.ToString(CultureInfo.InvariantCulture)),
            double number => ("double", number.ToString("R", CultureInfo.InvariantCulture)),
            DateTimeOffset time => (
                "time",
                time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)
            ),
            Guid id => ("guid", id.ToString()),
            byte[] bytes => ("bytes", Convert.ToBase64String(bytes)),
            BinaryData bytes => ("bytes", Convert.ToBase64String(bytes.ToArray())),
            _ => throw new NotSupportedException(
                $"A property of type {value.GetType().Name} can't be exported."
            ),
        };
        json.WriteStartObject();
        json.WriteString(type, written);
        json.WriteEndObject();
    }

    private static object ReadValue(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.String)
        {
            return value.GetString()!;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        var typed = value.EnumerateObject().Single();
        var text = typed.Value.GetString()!;
        return typed.Name switch
        {
            "int32" => int.Parse(text, CultureInfo.InvariantCulture),
            "int64" => long.Parse(text, CultureInfo.InvariantCulture),
            "double" => double.Parse(text, CultureInfo.InvariantCulture),
            "time" => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture),
            "guid" => Guid.Parse(text),
            "bytes" => Convert.FromBase64String(text),
            _ => throw new FormatException($"'{typed.Name}' is no type of a property."),
        };
    }
}
