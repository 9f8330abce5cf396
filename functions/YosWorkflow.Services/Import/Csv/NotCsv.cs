namespace YosWorkflow.Services.Import.Csv;

/// <summary>Recognises what people upload by mistake.</summary>
internal static class NotCsv
{
    /// <summary>Why a file can't be a CSV file, as the end of a sentence that begins with the file; null if it may be one.</summary>
    public static string? ReasonFor(byte[] content) =>
        content.AsSpan().TrimStart(" \t\r\n"u8) switch
        {
            [] => "is empty",
            [(byte)'P', (byte)'K', 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..] =>
                "is a workbook, not a CSV file: save it as CSV first",
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "is a PDF, not a CSV file",
            [(byte)'<', ..] or [0xEF, 0xBB, 0xBF, (byte)'<', ..] => "is a web page or XML, not a CSV file",
            _ when new TextLines(content).IsBinary => "is not a text file, and so not a CSV file",
            _ => null,
        };
}
