using Azure.Data.Tables;

namespace YosWorkflow.Services.Storage;

/// <summary>
/// Keeps more bytes than one property takes (64 KiB), in properties <c>Name0</c>, <c>Name1</c> and so on. An entity takes 1 MiB
/// in all.
/// </summary>
internal static class LongBytes
{
    /// <summary>The most bytes in a property.</summary>
    public const int MaxProperty = 65_536;

    public static void Write(TableEntity entity, string name, ReadOnlySpan<byte> bytes)
    {
        for (var index = 0; index == 0 || !bytes.IsEmpty; index++)
        {
            var part = bytes[..Math.Min(bytes.Length, MaxProperty)];
            entity[name + index] = part.ToArray();
            bytes = bytes[part.Length..];
        }
    }

    public static byte[] Read(TableEntity entity, string name)
    {
        using var bytes = new MemoryStream();
        for (var index = 0; entity.GetBinary(name + index) is { } part; index++)
        {
            bytes.Write(part);
        }

        return bytes.ToArray();
    }
}
