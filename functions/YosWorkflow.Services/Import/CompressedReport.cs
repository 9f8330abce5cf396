using System.IO.Compression;
using System.Text.Json;
using Azure.Data.Tables;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Import;

/// <summary>
/// Puts a report into an entity: compressed, since problems repeat themselves, and in as many properties as it takes. A report
/// that is larger than an entity keeps as many of its problems as fit, and says how many there were.
/// </summary>
internal static class CompressedReport
{
    // An entity takes 1 MiB, and is measured by some as it stands in the request, where bytes are a third longer.
    private const int MaxProperties = 8;

    public static void Write(TableEntity entity, string name, ImportReport report)
    {
        var bytes = Compress(report);
        for (
            var kept = report.Problems.Length;
            bytes.Length > MaxProperties * LongBytes.MaxProperty;
            kept /= 2
        )
        {
            bytes = Compress(Cut(report, kept / 2));
        }

        LongBytes.Write(entity, name, bytes);
    }

    public static ImportReport Read(TableEntity entity, string name)
    {
        using var bytes = new MemoryStream(LongBytes.Read(entity, name));
        using var unzipped = new GZipStream(bytes, CompressionMode.Decompress);
        return JsonSerializer.Deserialize<ImportReport>(unzipped)
            ?? throw new FormatException("A stored report is empty.");
    }

    private static ImportReport Cut(ImportReport report, int kept)
    {
        var first = report.Problems[0];
        var more = report.Problems.Length - kept;
        return report with
        {
            Problems =
            [
                .. report.Problems[..kept],
                new(first.File, null, null, null, $"{more} more problems were not kept", first.Severity),
            ],
        };
    }

    private static byte[] Compress(ImportReport report)
    {
        using var bytes = new MemoryStream();
        using (var zipped = new GZipStream(bytes, CompressionLevel.Optimal))
        {
            JsonSerializer.Serialize(zipped, report);
        }

        return bytes.ToArray();
    }
}
