namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>Lays a part of a digest out as HTML.</summary>
internal static class HtmlPart
{
    public static Markup Of(DigestPart part, string link)
    {
        var level = part.Heading is null ? "2" : "3";
        var sections = Markup.All(part.Sections.Select(section => Section(section, level, link)));
        var more = More(part, link);
        return Markup.Of($"{Heading(part)}{sections}{more}");
    }

    private static Markup Heading(DigestPart part) =>
        part.Heading is { } heading
            ? Markup.Of(
                $"""
                <h2 class="y-text" style="{EmailStyle.PartHeading}">{heading}</h2>
                {Paragraph(part.Advice)}
                """
            )
            : Markup.None;

    private static Markup Paragraph(string? text) =>
        text is not null
            ? Markup.Of($"<p class=\"y-text\" style=\"{EmailStyle.Paragraph}\">{text}</p>\n")
            : Markup.None;

    private static Markup More(DigestPart part, string link) =>
        part is { More: { } more, MoreFrom: { } from }
            ? Markup.Of(
                $"""
                <p class="y-text" style="{EmailStyle.Rest}"><a class="y-link" href="{link}" style="{EmailStyle.Link}">{more}</a>, {from}</p>

                """
            )
            : Markup.None;

    private static Markup Section(DigestSection section, string level, string link)
    {
        var note = Paragraph(section.Note);
        var lines = Markup.All(section.Lines.Select(Line));
        return Markup.Of(
            $"""
            <h{level} class="y-text" style="{EmailStyle.SectionHeading}">{section.Heading}</h{level}>
            {note}<table role="presentation" width="100%" border="0" cellpadding="0" cellspacing="0" style="{EmailStyle.Lines}">
            {lines}</table>
            {More(section.More, link)}
            """
        );
    }

    private static Markup More(string? more, string link) =>
        more is not null
            ? Markup.Of(
                $"""
                <p class="y-text" style="{EmailStyle.More}"><a class="y-link" href="{link}" style="{EmailStyle.Link}">{more}</a></p>

                """
            )
            : Markup.None;

    private static Markup Line(DigestLine line) =>
        Markup.Of(
            $"""
            <tr><td style="{EmailStyle.Bar(line.Urgency)}">
            <p class="y-text" style="{EmailStyle.Line}">{What(line)}{Facts(line)}{Stress(line)}</p>
            </td></tr>
            <tr><td height="12" style="{EmailStyle.Gap}"> </td></tr>

            """
        );

    private static Markup What(DigestLine line) =>
        line switch
        {
            { Link: { } link } => Markup.Of(
                $"""<strong><a class="y-link" href="{link}" style="{EmailStyle.LineLink}">{line.What}</a></strong>"""
            ),
            { Case: null } => Markup.Of($"{line.What}"),
            _ => Markup.Of($"<strong>{line.What}</strong>"),
        };

    private static Markup Facts(DigestLine line) =>
        line is { Case: { } on, When: { } when }
            ? Markup.Of(
                $"""
                <br /><span class="y-quiet" style="{EmailStyle.Facts}">{on}, <span style="{EmailStyle.Whole}">{when}</span></span>
                """
            )
            : Markup.None;

    private static Markup Stress(DigestLine line) =>
        (line.Stress, line.Urgency) switch
        {
            (null, _) => Markup.None,
            ({ } late, Urgency.Overdue) => Markup.Of(
                $"<br /><strong class=\"y-late\" style=\"{EmailStyle.Late}\">{late}</strong>"
            ),
            ({ } stress, _) => Markup.Of($"<br /><strong>{stress}</strong>"),
        };
}
