using System.Security.Cryptography;
using System.Text;

namespace YosWorkflow.Core.Audits;

/// <summary>The fingerprint of a frame, by which anyone can check that a draw was made from it.</summary>
public static class FrameHash
{
    private const int BufferSize = 32 * 1024;

    /// <summary>
    /// The SHA-256 of the case references in ordinal order, each followed by a line feed (UTF-8), as lower-case hex.
    /// </summary>
    /// <param name="frame">The frame in any order.</param>
    public static string Of(IReadOnlyList<FrameCase> frame)
    {
        var refs = new string[frame.Count];
        for (var index = 0; index < refs.Length; index++)
        {
            refs[index] = frame[index].CaseRef;
        }

        OrdinalOrder.Sort(refs);
        return Hash(refs);
    }

    private static string Hash(ReadOnlySpan<string> refs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        var filled = 0;
        foreach (var caseRef in refs)
        {
            if (filled + Encoding.UTF8.GetMaxByteCount(caseRef.Length) + 1 > buffer.Length)
            {
                hash.AppendData(buffer, 0, filled);
                filled = 0;
            }

            filled += Encoding.UTF8.GetBytes(caseRef, buffer.AsSpan(filled));
            buffer[filled++] = (byte)'\n';
        }

        hash.AppendData(buffer, 0, filled);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
