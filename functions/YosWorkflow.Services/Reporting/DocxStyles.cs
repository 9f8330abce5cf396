using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace YosWorkflow.Services.Reporting;

/// <summary>The styles of a Word document.</summary>
internal static class DocxStyles
{
    public const string Title = "Title";
    public const string About = "About";
    public const string Heading = "Heading1";
    public const string Caption = "Caption";
    public const string Bullet = "ListBullet";
    public const string Cell = "Cell";

    private const string Petrol = "12394A";

    public static void AddTo(MainDocumentPart main, string language)
    {
        main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
            Defaults(language),
            Style("Normal", "Normal", isDefault: true),
            Style(Title, "Title", size: 44, isBold: true, colour: Petrol, after: 40),
            Style(About, "About", colour: "454A4D", after: 240),
            Style(
                Heading,
                "heading 1",
                size: 30,
                isBold: true,
                colour: Petrol,
                before: 360,
                after: 120,
                outline: 0
            ),
            Style(Caption, "caption", isBold: true, before: 120, after: 80, staysWithNext: true),
            BulletStyle(),
            Style(Cell, "Cell", size: 19, before: 20, after: 20)
        );
        main.AddNewPart<NumberingDefinitionsPart>().Numbering = Bullets();
    }

    private static DocDefaults Defaults(string language) =>
        new(
            new RunPropertiesDefault(
                new RunPropertiesBaseStyle(
                    new RunFonts
                    {
                        Ascii = "Arial",
                        HighAnsi = "Arial",
                        ComplexScript = "Arial",
                    },
                    new FontSize { Val = "22" },
                    new Languages { Val = language }
                )
            ),
            new ParagraphPropertiesDefault(
                new ParagraphPropertiesBaseStyle(
                    new SpacingBetweenLines
                    {
                        After = "140",
                        Line = "264",
                        LineRule = LineSpacingRuleValues.Auto,
                    }
                )
            )
        );

    private static Style Style(
        string id,
        string name,
        int? size = null,
        bool isBold = false,
        string? colour = null,
        int? before = null,
        int? after = null,
        int? outline = null,
        bool staysWithNext = false,
        bool isDefault = false
    )
    {
        var style = new Style(new StyleName { Val = name })
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = isDefault ? true : null,
        };
        if (!isDefault)
        {
            style.Append(new BasedOn { Val = "Normal" });
        }

        style.Append(new PrimaryStyle());
        style.Append(ParagraphOf(before, after, outline, staysWithNext || outline is not null));
        style.Append(RunOf(size, isBold, colour));
        return style;
    }

    private static StyleParagraphProperties ParagraphOf(
        int? before,
        int? after,
        int? outline,
        bool staysWithNext
    )
    {
        var properties = new StyleParagraphProperties();
        if (staysWithNext)
        {
            properties.Append(new KeepNext());
        }

        if (before is not null || after is not null)
        {
            properties.Append(
                new SpacingBetweenLines { Before = Number(before ?? 0), After = Number(after ?? 0) }
            );
        }

        if (outline is { } level)
        {
            properties.Append(new OutlineLevel { Val = level });
        }

        return properties;
    }

    private static StyleRunProperties RunOf(int? size, bool isBold, string? colour)
    {
        var properties = new StyleRunProperties();
        if (isBold)
        {
            properties.Append(new Bold());
        }

        if (colour is not null)
        {
            properties.Append(new Color { Val = colour });
        }

        if (size is { } halfPoints)
        {
            properties.Append(new FontSize { Val = Number(halfPoints) });
        }

        return properties;
    }

    private static Style BulletStyle()
    {
        var style = Style(Bullet, "List Bullet", after: 60);
        style.StyleParagraphProperties!.PrependChild(
            new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 })
        );
        return style;
    }

    private static Numbering Bullets() =>
        new(
            new AbstractNum(
                new MultiLevelType { Val = MultiLevelValues.SingleLevel },
                new Level(
                    new StartNumberingValue { Val = 1 },
                    new NumberingFormat { Val = NumberFormatValues.Bullet },
                    new LevelText { Val = "•" },
                    new LevelJustification { Val = LevelJustificationValues.Left },
                    new PreviousParagraphProperties(new Indentation { Left = "425", Hanging = "283" })
                )
                {
                    LevelIndex = 0,
                }
            )
            {
                AbstractNumberId = 0,
            },
            new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 }
        );

    private static string Number(int number) =>
        number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
