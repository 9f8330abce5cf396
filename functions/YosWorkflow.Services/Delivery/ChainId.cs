using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Delivery;

/// <summary>The number by which a Teams notification takes the place of an earlier one.</summary>
internal static class ChainId
{
    /// <summary>
    /// The number for a digest: always the same for the same one, and never negative. It is made of the first 63 bits of the
    /// SHA-256 of the digest's key, so that two digests of one person do not meet.
    /// </summary>
    public static long Of(DigestKey digest)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(digest.ToString()), hash);
        return (long)(BinaryPrimitives.ReadUInt64BigEndian(hash) >> 1);
    }
}
