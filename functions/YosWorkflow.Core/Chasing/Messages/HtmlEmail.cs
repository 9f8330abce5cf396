namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>
/// Lays a digest out as HTML for mail clients: tables for layout that say they are only that, styles inline, nothing that is
/// fetched from elsewhere, one column that fits a telephone.
/// </summary>
internal static class HtmlEmail
{
    public static string Of(Digest digest, string subject) =>
        Markup
            .Of(
                $"""
                <!DOCTYPE html>
                <html lang="en-GB" dir="ltr">
                <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <meta name="supported-color-schemes" content="light dark" />
                <title>{subject}</title>
                <style>{EmailStyle.Sheet}</style>
                </head>
                <body class="y-page" style="{EmailStyle.Body}">
                <div style="{EmailStyle.Preview}">{digest.Preview}</div>
                <div role="article" aria-label="{subject}" lang="en-GB" dir="ltr">
                <table role="presentation" class="y-page" width="100%" border="0" cellpadding="0" cellspacing="0" style="{EmailStyle.Page}">
                <tr><td align="center" style="{EmailStyle.Margin}">
                <!--[if mso]><table role="presentation" width="600" border="0" cellpadding="0" cellspacing="0"><tr><td><![endif]-->
                <table role="presentation" class="y-card" width="100%" border="0" cellpadding="0" cellspacing="0" style="{EmailStyle.Card}">
                <tr><td class="y-band" style="{EmailStyle.Band}">{digest.ServiceName}</td></tr>
                <tr><td class="y-text" style="{EmailStyle.Content}">
                {Head(digest)}{Markup.All(digest.Parts.Select(part => HtmlPart.Of(part, digest.Link)))}
                </td></tr>
                <tr><td class="y-quiet" style="{EmailStyle.Foot}">
                {Markup.All(digest.Footnotes.Select(Footnote))}
                </td></tr>
                </table>
                <!--[if mso]></td></tr></table><![endif]-->
                </td></tr>
                </table>
                </div>
                </body>
                </html>

                """
            )
            .ToString();

    private static Markup Head(Digest digest) =>
        Markup.Of(
            $"""
            <h1 class="y-text" style="{EmailStyle.Headline}">{digest.Headline}</h1>
            <p class="y-quiet" style="{EmailStyle.For}">{digest.For}</p>
            {StandsIn(digest)}<table role="presentation" border="0" cellpadding="0" cellspacing="0">
            <tr><td style="{EmailStyle.Button}"><a href="{digest.Link}" style="{EmailStyle.ButtonLink}">{digest.LinkText}</a></td></tr>
            </table>

            """
        );

    private static Markup StandsIn(Digest digest) =>
        digest.StandsIn is { } standsIn
            ? Markup.Of($"<p class=\"y-text\" style=\"{EmailStyle.Notice}\">{standsIn}</p>\n")
            : Markup.None;

    private static Markup Footnote(string footnote) =>
        Markup.Of($"<p class=\"y-quiet\" style=\"{EmailStyle.Footnote}\">{footnote}</p>\n");
}
