using System.Text;

namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>Plain text wrapped at 72 columns, as plain mail is read best. A word that is longer, such as a link, stays whole.</summary>
internal sealed class WrappedText
{
    private const int Columns = 72;

    private readonly StringBuilder text = new();

    /// <summary>An empty line.</summary>
    public void Gap() => text.Append('\n');

    /// <summary>A heading, underlined as far as its last line goes.</summary>
    public void Heading(string heading, char underline) =>
        text.Append(underline, Add(heading, mark: "")).Append('\n');

    /// <summary>A paragraph, after a mark such as that of a list; its other lines are as far in.</summary>
    public void Paragraph(string paragraph, string mark = "") => Add(paragraph, mark);

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private int Add(string paragraph, string mark)
    {
        var line = new StringBuilder(mark);
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > mark.Length && line.Length + 1 + word.Length > Columns)
            {
                text.Append(line).Append('\n');
                line.Clear().Append(' ', mark.Length);
            }

            line.Append(line.Length > mark.Length ? " " : "").Append(word);
        }

        text.Append(line).Append('\n');
        return line.Length;
    }
}
