using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace YosWorkflow.TeamsApp;

/// <summary>Writes square pictures as PNG, 8 bits a channel with transparency.</summary>
internal static class Png
{
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>A picture of one colour with white on it.</summary>
    /// <param name="size">Its width and height in pixels.</param>
    /// <param name="ground">The ground's colour; white is laid over it.</param>
    /// <param name="white">How much of a pixel is white, 0 to 1, by its middle in parts of the picture.</param>
    public static byte[] Of(int size, Rgba ground, Func<double, double, double> white)
    {
        var rows = new MemoryStream();
        using (var compressed = new ZLibStream(rows, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var y = 0; y < size; y++)
            {
                compressed.WriteByte(0);
                for (var x = 0; x < size; x++)
                {
                    var cover = white((x + 0.5) / size, (y + 0.5) / size);
                    compressed.Write(ground.Under(cover));
                }
            }
        }

        using var png = new MemoryStream();
        png.Write(Signature);
        Chunk(png, "IHDR", Header(size));
        Chunk(png, "IDAT", rows.ToArray());
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static byte[] Header(int size)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, size);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), size);
        header[8] = 8;
        header[9] = 6;
        return header;
    }

    private static void Chunk(MemoryStream png, string type, byte[] content)
    {
        byte[] checkedPart = [.. Encoding.ASCII.GetBytes(type), .. content];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        png.Write(checkedPart);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(checkedPart));
        png.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}

/// <summary>A colour; an alpha of 0 is no colour at all.</summary>
internal readonly record struct Rgba(byte R, byte G, byte B, byte A)
{
    /// <summary>The four bytes of a pixel that white covers to that part.</summary>
    public byte[] Under(double white) => [Mix(R, white), Mix(G, white), Mix(B, white), Mix(A, white)];

    private static byte Mix(byte channel, double white) =>
        (byte)Math.Round(channel + ((255 - channel) * white));
}
