using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace YosWorkflow.Core.Audits;

/// <summary>
/// Where a case stands in a draw: the SHA-256 of <c>seed|case_ref</c> (UTF-8). The lowest are drawn, so that anyone with the
/// seed can check a draw. Comparing the bytes is comparing the lower-case hex.
/// </summary>
internal readonly struct DrawRank
{
    private readonly ulong first;
    private readonly ulong second;
    private readonly ulong third;
    private readonly ulong fourth;

    private DrawRank(ReadOnlySpan<byte> hash)
    {
        first = BinaryPrimitives.ReadUInt64BigEndian(hash);
        second = BinaryPrimitives.ReadUInt64BigEndian(hash[8..]);
        third = BinaryPrimitives.ReadUInt64BigEndian(hash[16..]);
        fourth = BinaryPrimitives.ReadUInt64BigEndian(hash[24..]);
    }

    /// <summary>The first 64 of the hash's bits: evenly spread over all numbers.</summary>
    public ulong Leading => first;

    public static DrawRank Of(string seed, string caseRef)
    {
        var length = Encoding.UTF8.GetMaxByteCount(seed.Length + caseRef.Length + 1);
        Span<byte> text = length <= 512 ? stackalloc byte[512] : new byte[length];
        var written = Encoding.UTF8.GetBytes(seed, text);
        text[written++] = (byte)'|';
        written += Encoding.UTF8.GetBytes(caseRef, text[written..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..written], hash);
        return new DrawRank(hash);
    }

    public int CompareWith(in DrawRank other) =>
        first != other.first ? first.CompareTo(other.first)
        : second != other.second ? second.CompareTo(other.second)
        : third != other.third ? third.CompareTo(other.third)
        : fourth.CompareTo(other.fourth);
}
