namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>Lays a digest out as plain text.</summary>
internal static class TextEmail
{
    public static string Of(Digest digest)
    {
        var text = new WrappedText();
        text.Heading(digest.Headline, '=');
        text.Paragraph(digest.For);
        if (digest.StandsIn is { } standsIn)
        {
            text.Gap();
            text.Paragraph(standsIn);
        }

        text.Gap();
        text.Paragraph(digest.LinkText + ":");
        text.Paragraph(digest.Link);
        foreach (var part in digest.Parts)
        {
            Add(part, text);
        }

        text.Gap();
        text.Paragraph("--");
        foreach (var footnote in digest.Footnotes)
        {
            text.Paragraph(footnote);
        }

        return text.ToString();
    }

    private static void Add(DigestPart part, WrappedText text)
    {
        if (part.Heading is { } heading)
        {
            text.Gap();
            text.Gap();
            text.Heading(heading, '=');
        }

        if (part.Advice is { } advice)
        {
            text.Paragraph(advice);
        }

        foreach (var section in part.Sections)
        {
            Add(section, text);
        }

        if (part.More is { } more)
        {
            text.Gap();
            text.Paragraph($"{more}, {part.MoreFrom}");
        }
    }

    private static void Add(DigestSection section, WrappedText text)
    {
        text.Gap();
        text.Heading(section.Heading, '-');
        if (section.Note is { } note)
        {
            text.Paragraph(note);
        }

        foreach (var line in section.Lines)
        {
            text.Paragraph(line.What, "* ");
            if (line.Case is not null)
            {
                text.Paragraph(Facts(line), "  ");
            }
        }

        if (section.More is { } more)
        {
            text.Paragraph(more, "  ");
        }
    }

    private static string Facts(DigestLine line) =>
        $"{line.Case}, {line.When}{(line.Stress is { } stress ? $": {stress}" : "")}";
}
