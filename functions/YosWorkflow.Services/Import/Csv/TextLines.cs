using System.Text;
using System.Text.Unicode;

namespace YosWorkflow.Services.Import.Csv;

/// <summary>A line of a file, without its end.</summary>
/// <param name="Number">Which it is, from 1.</param>
/// <param name="Text">Its text.</param>
/// <param name="IsTooLong">Whether it is longer than a line may be, and the text was left out.</param>
internal readonly record struct TextLine(int Number, string Text, bool IsTooLong);

/// <summary>
/// Reads a file's lines, whichever of the usual encodings it has: UTF-8 with or without a mark at its beginning, UTF-16, and,
/// for each line that is no valid UTF-8, Windows-1252. Going by lines, a single line that another program wrote in
/// Windows-1252 spoils neither itself nor the names on the other lines.
/// </summary>
internal sealed class TextLines
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly byte[] content;
    private int position;
    private int number;

    public TextLines(byte[] content) => this.content = WithoutMark(ToUtf8(content));

    /// <summary>Whether there is a zero byte, which no text has.</summary>
    public bool IsBinary => content.AsSpan().Contains((byte)0);

    /// <summary>How many lines were read as Windows-1252 so far.</summary>
    public int Windows1252Lines { get; private set; }

    /// <summary>The first of them, or null.</summary>
    public TextLine? FirstWindows1252 { get; private set; }

    public bool TryRead(out TextLine line)
    {
        line = default;
        if (position >= content.Length)
        {
            return false;
        }

        var rest = content.AsSpan(position);
        var length = rest.IndexOfAny((byte)'\r', (byte)'\n');
        var bytes = length < 0 ? rest : rest[..length];
        position += bytes.Length + EndLength(rest[bytes.Length..]);
        number++;
        line =
            bytes.Length > ImportLimits.MaxLineBytes
                ? new TextLine(number, "", IsTooLong: true)
                : Decode(bytes);
        return true;
    }

    private TextLine Decode(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return new(number, Encoding.UTF8.GetString(bytes), IsTooLong: false);
        }

        var line = new TextLine(number, Windows1252.GetString(bytes), IsTooLong: false);
        Windows1252Lines++;
        FirstWindows1252 ??= line;
        return line;
    }

    private static int EndLength(ReadOnlySpan<byte> end) =>
        end switch
        {
            [] => 0,
            [(byte)'\r', (byte)'\n', ..] => 2,
            _ => 1,
        };

    private static byte[] ToUtf8(byte[] content) =>
        content.AsSpan() switch
        {
            [0xFF, 0xFE, ..] => Encoding.Convert(Encoding.Unicode, Encoding.UTF8, content),
            [0xFE, 0xFF, ..] => Encoding.Convert(Encoding.BigEndianUnicode, Encoding.UTF8, content),
            // No mark, but letters of a header with a zero byte beside each.
            [not 0, 0, not 0, 0, ..] => Encoding.Convert(Encoding.Unicode, Encoding.UTF8, content),
            [0, not 0, 0, not 0, ..] => Encoding.Convert(Encoding.BigEndianUnicode, Encoding.UTF8, content),
            _ => content,
        };

    private static byte[] WithoutMark(byte[] content) =>
        content.AsSpan().StartsWith(Encoding.UTF8.Preamble)
            ? content[Encoding.UTF8.Preamble.Length..]
            : content;
}
