namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>
/// How an email looks: styles that stand inline, since many clients read no others, and a few rules for those that have a dark
/// mode and do. Without any of them the email is still whole and in order.
/// </summary>
internal static class EmailStyle
{
    // Some clients do not hand fonts on into a table or a heading, so every piece of text says its own.
    private const string Font = "font-family:Arial,Helvetica,sans-serif;";
    private const string Text = Font + "font-size:16px;line-height:24px;color:" + Ink + ";";
    private const string Breaks = "overflow-wrap:anywhere;word-break:break-word;";

    private const string Ink = "#0b0c0c";
    private const string QuietInk = "#505a5f";
    private const string LateInk = "#aa2a16";

    public const string Body = "margin:0;padding:0;background-color:#f3f2f1;";

    // What a client shows beside the subject; it is not meant to be seen in the email itself.
    public const string Preview =
        "display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all;font-size:1px;line-height:1px;";

    public const string Page = "width:100%;background-color:#f3f2f1;";

    public const string Margin = "padding:16px 8px;";

    public const string Card = "width:100%;max-width:600px;background-color:#ffffff;text-align:left;";

    public const string Band =
        Font
        + "padding:12px 20px;background-color:#0b0c0c;color:#ffffff;font-size:16px;line-height:20px;font-weight:bold;"
        + Breaks;

    public const string Content = Text + "padding:20px;" + Breaks;

    public const string Headline =
        Font + "margin:0 0 4px 0;font-size:26px;line-height:32px;font-weight:bold;color:" + Ink + ";";

    public const string Paragraph = Text + "margin:0 0 16px 0;";

    public const string For =
        Font + "margin:0 0 16px 0;font-size:16px;line-height:24px;color:" + QuietInk + ";";

    public const string Notice = Text + "margin:0 0 16px 0;padding:0 0 0 12px;border-left:5px solid #b1b4b6;";

    public const string Button = "background-color:#00703c;padding:11px 18px;";

    public const string ButtonLink =
        Font
        + "color:#ffffff;font-size:16px;line-height:20px;font-weight:bold;text-decoration:none;display:inline-block;";

    public const string PartHeading =
        Font
        + "margin:32px 0 4px 0;padding:12px 0 0 0;border-top:2px solid #0b0c0c;font-size:22px;line-height:28px;"
        + "font-weight:bold;color:"
        + Ink
        + ";";

    public const string SectionHeading =
        Font + "margin:24px 0 8px 0;font-size:18px;line-height:24px;font-weight:bold;color:" + Ink + ";";

    public const string Lines = "width:100%;border-collapse:separate;";

    public const string Line = Font + "margin:0;font-size:16px;line-height:22px;color:" + Ink + ";";

    public const string Facts = "color:" + QuietInk + ";";

    // A date is not broken at the end of a line.
    public const string Whole = "white-space:nowrap;";

    public const string Late = "color:" + LateInk + ";";

    public const string Gap = "font-size:1px;line-height:12px;";

    public const string More = Text + "margin:4px 0 0 0;";

    public const string Rest = Text + "margin:24px 0 0 0;";

    public const string Link = "color:#1d70b8;text-decoration:underline;";

    public const string LineLink = "color:#1d70b8;font-weight:bold;text-decoration:underline;";

    public const string Foot = "padding:16px 20px 20px 20px;border-top:1px solid #b1b4b6;" + Breaks;

    public const string Footnote =
        Font + "margin:0 0 6px 0;font-size:14px;line-height:20px;color:" + QuietInk + ";";

    /// <summary>For clients with a dark mode that read style sheets; the others turn the colours round by themselves.</summary>
    public const string Sheet =
        ":root{color-scheme:light dark;supported-color-schemes:light dark}"
        + "@media (prefers-color-scheme:dark){"
        + ".y-page{background-color:#0b0c0c!important}"
        + ".y-card{background-color:#1d2022!important}"
        + ".y-band{background-color:#000000!important}"
        + ".y-text{color:#f3f2f1!important;border-color:#6b7276!important}"
        + ".y-quiet{color:#c2c7ca!important;border-color:#6b7276!important}"
        + ".y-late{color:#ff9b8a!important}"
        + ".y-link{color:#8ab8e6!important}"
        + "}";

    /// <summary>The side of an item: a bar of its urgency's colour.</summary>
    public static string Bar(Urgency urgency) =>
        $"padding:2px 0 2px 12px;border-left:5px solid {Colour(urgency)};";

    private static string Colour(Urgency urgency) =>
        urgency switch
        {
            Urgency.Overdue => "#d4351c",
            Urgency.DueToday => "#f47738",
            _ => "#1d70b8",
        };
}
