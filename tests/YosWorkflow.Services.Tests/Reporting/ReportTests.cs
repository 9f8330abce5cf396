using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Learning;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Reporting;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Reporting;

public sealed class ReportTests
{
    private static readonly Period Quarter = new(new DateOnly(2011, 7, 1), new DateOnly(2011, 9, 30));
    private static readonly Period Year = new(new DateOnly(2010, 10, 1), new DateOnly(2011, 9, 30));
    private static readonly AuditProgramme Programme = AuditProgrammes.Find("golden-thread")!;

    public static TheoryData<ReportKind> Kinds => [.. Enum.GetValues<ReportKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Write_Docx_IsValidAndAccessible(ReportKind kind)
    {
        var report = Make(kind);
        using var document = WordprocessingDocument.Open(
            new MemoryStream(ReportWriter.Write(report, ReportFormat.Docx)),
            isEditable: false
        );

        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Office2019)
                .Validate(document, TestContext.Current.CancellationToken)
                .Select(error => $"{error.Path?.XPath}: {error.Description}")
        );
        var body = document.MainDocumentPart!.Document!.Body!;
        Assert.Equal(report.Title, document.PackageProperties.Title);
        Assert.Equal("en-GB", document.PackageProperties.Language);
        Assert.Equal(
            report.Sections.Select(section => section.Heading),
            body.Elements<Paragraph>()
                .Where(one => one.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Heading1")
                .Select(one => one.InnerText)
        );
        Assert.Equal(report.Tables.Count(), body.Elements<Table>().Count());
        Assert.All(
            body.Elements<Table>(),
            table =>
            {
                Assert.NotNull(
                    table.GetFirstChild<TableRow>()!.TableRowProperties!.GetFirstChild<TableHeader>()
                );
                Assert.NotEmpty(table.GetFirstChild<TableProperties>()!.TableCaption!.Val!.Value!);
            }
        );
        var charts = report.Sections.SelectMany(section => section.Parts).OfType<ReportChart>().ToArray();
        Assert.Equal(charts.Length, document.MainDocumentPart.ChartParts.Count());
        Assert.All(
            body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>(),
            properties => Assert.Contains("median", properties.Description!.Value, StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Write_Html_StandsByItself(ReportKind kind)
    {
        var html = System.Text.Encoding.UTF8.GetString(ReportWriter.Write(Make(kind), ReportFormat.Html));

        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en-GB\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" src=", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" href=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Write_JsonAndCsv_HaveEveryCell(ReportKind kind)
    {
        var report = Make(kind);
        using var json = JsonDocument.Parse(ReportWriter.Write(report, ReportFormat.Json));
        var lines = System
            .Text.Encoding.UTF8.GetString(ReportWriter.Write(report, ReportFormat.Csv))
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        var tables = json
            .RootElement.GetProperty("sections")
            .EnumerateArray()
            .SelectMany(section => section.GetProperty("tables").EnumerateArray())
            .ToArray();
        Assert.Equal(
            report.Tables.Select(table => table.Id),
            tables.Select(table => table.GetProperty("id").GetString())
        );
        Assert.Equal(
            report.Tables.Select(table => table.Id).Distinct(),
            report.Tables.Select(table => table.Id)
        );
        Assert.Equal(
            report.Tables.Sum(table => table.Rows.Length),
            tables.Sum(table => table.GetProperty("rows").GetArrayLength())
        );
        Assert.Equal(
            1 + report.Tables.Sum(table => table.Rows.Length * (table.Columns.Length - 1)),
            lines.Length
        );
        Assert.EndsWith("table,row,column,value", lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Make_AnyReport_HasNoCountUnderFive(ReportKind kind)
    {
        var report = Make(kind);

        var cells = report
            .Tables.SelectMany(table => table.Rows.SelectMany(row => row.Zip(table.Columns)))
            .Where(cell => cell.Second.Id != "change")
            .Select(cell => cell.First)
            .ToArray();
        Assert.DoesNotContain(cells, cell => cell.Value is < 5);
        Assert.Contains(cells, cell => cell.Text == "fewer than 5");
    }

    [Fact]
    public void Make_Compliance_AddsUpToWhatIsShown()
    {
        var report = Make(ReportKind.Compliance);
        var months = report.Tables.Single(table => table.Id == "months");

        var all = report.Tables.Single(table => table.Id == "rules").Rows[^1];
        Assert.Equal("All together", all[0].Text);
        Assert.Equal(months.Rows.Sum(row => (int)row[1].Value!), all[1].Value);
        Assert.Contains(report.Sections.SelectMany(section => section.Parts), part => part is ReportChart);
    }

    [Fact]
    public void Make_Learning_ComparesWithTheTimeBeforeAndSaysWhatWentWell()
    {
        var report = Make(ReportKind.Learning);
        var first = Programme.Template.Sections[0].Questions[0];
        var last = Programme.Template.Sections[^1].Questions[^1];

        var row = report.Tables.SelectMany(table => table.Rows).Single(one => one[0].Text == first.Text);
        Assert.Equal(12, row[1].Value);
        Assert.Equal(["100%", "0%", "0%"], row[2..5].Select(cell => cell.Text));
        Assert.Equal("50%", row[6].Text);
        var parts = report.Sections[0].Parts;
        Assert.Contains(
            parts.OfType<ReportList>().First().Items,
            item => item.StartsWith(first.Text, StringComparison.Ordinal)
        );
        Assert.Contains(
            parts.OfType<ReportList>().Last().Items,
            item => item.StartsWith(last.Text, StringComparison.Ordinal)
        );
        Assert.Equal(
            ["not shown", "fewer than 5"],
            report
                .Tables.Single(table => table.Id.EndsWith("-teams", StringComparison.Ordinal))
                .Rows.Select(team => team[1].Text)
        );
    }

    [Fact]
    public void Make_LearningOfFourAudits_SaysNothingOfThem()
    {
        var report = new LearningReport(
            AuditedRounds.Of([Round(8, 4, met: true)], []),
            Quarter,
            Quarter.To
        ).Make("Test", Quarter.To);

        Assert.DoesNotContain(report.Tables, table => table.Id != "actions");
        Assert.Contains(
            "fewer than 5 audits",
            report.Sections[0].Parts.OfType<ReportText>().Single().Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Make_NothingAtAll_SaysSo()
    {
        var none = new OnTimeTally(StandardsPacks.Load(StandardsPacks.Default), Quarter, Quarter.To);
        var nobody = new ChildrenOn(Quarter.To, [], IsRecorded: true);
        Report[] reports =
        [
            new ComplianceReport(none, StandardsPacks.Load(StandardsPacks.Default)).Make("Test", Quarter.To),
            new SnapshotReport(nobody, nobody).Make("Test", Quarter, Quarter.To),
            new LearningReport([], Quarter, Quarter.To).Make("Test", Quarter.To),
        ];

        Assert.All(reports, report => Assert.Empty(report.Sections));
        Assert.All(reports, report => Assert.NotEmpty(report.Introduction));
        Assert.All(
            reports,
            report =>
                Assert.All(
                    Enum.GetValues<ReportFormat>(),
                    format => Assert.NotEmpty(ReportWriter.Write(report, format))
                )
        );
    }

    private static Report Make(ReportKind kind)
    {
        var pack = StandardsPacks.Load(StandardsPacks.Default);
        switch (kind)
        {
            case ReportKind.Compliance:
                var tally = new OnTimeTally(pack, Year, Year.To);
                Count(Year.To, tally);
                return new ComplianceReport(tally, pack).Make("Test", Year.To);
            case ReportKind.Snapshot:
                var (now, before) = (new CaseloadSnapshot(Quarter.To), new CaseloadSnapshot(Quarter.From));
                Count(Quarter.To, now, before);
                return new SnapshotReport(
                    new ChildrenOn(Quarter.To, now.Teams, IsRecorded: true),
                    new ChildrenOn(Quarter.From, before.Teams, IsRecorded: false)
                ).Make("Test", Quarter, Quarter.To);
            default:
                return new LearningReport(
                    AuditedRounds.Of(
                        [Round(8, 6, met: true), Round(9, 6, met: true)],
                        [Round(5, 6, met: false)]
                    ),
                    Quarter,
                    Quarter.To
                ).Make("Test", Quarter.To);
        }
    }

    private static void Count(DateOnly asOf, params ICaseTally[] tallies)
    {
        var reader = new ObligationReader(
            StandardsPacks.Load(StandardsPacks.Default),
            Core.Calendar.WorkingDayCalendar.EnglandAndWales,
            Kent2011.Staff
        );
        var obligations = new List<Obligation>();
        foreach (var supervised in Kent2011.Cases)
        {
            obligations.Clear();
            reader.Read(supervised, asOf, obligations);
            foreach (var tally in tallies)
            {
                tally.Add(supervised, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(obligations));
            }
        }
    }

    // The last question is met by nobody, the others by all or by every second one. Of each round's audits one is of another team.
    private static RoundStanding Round(int month, int audits, bool met)
    {
        var first = new DateOnly(2011, month, 1);
        var last = Programme.Template.Questions.Last().QuestionId;
        return new RoundStanding(
            new AuditRound
            {
                Id = new RoundId(Programme.ProgrammeId, first),
                Programme = Programme,
                Dates = new RoundDates(first, first.AddDays(14), first.AddDays(27)),
                Asked = "",
                Seed = "seed",
                FrameSize = 100,
                FrameHash = "",
                Strata = [new Stratum("North", 100, 1, audits)],
                DrawnAt = default,
            },
            [
                .. Enumerable
                    .Range(0, audits)
                    .Select(at => new CaseStanding(
                        new SampledCase(
                            $"K{at}",
                            "North",
                            at == 0 ? "South" : "North",
                            "CM1",
                            null,
                            new Assignment("AUD", first, null, [])
                        ),
                        Return(first, question => question != last && (met || at % 2 == 0)),
                        null,
                        null,
                        [],
                        [new AuditAction("a", null, "Ask again.", "CM1", first.AddDays(20), "EPM", first)]
                    )),
            ]
        );
    }

    private static AuditReturn Return(DateOnly day, Func<string, bool> isMet) =>
        new(
            ReturnState.Submitted,
            1,
            1,
            "AUD",
            [
                .. Programme.Template.Questions.Select(question => new GivenAnswer(
                    question.QuestionId,
                    isMet(question.QuestionId) ? AuditAnswer.Met : AuditAnswer.NotMet,
                    "seen",
                    1
                )),
            ],
            default,
            day,
            []
        );
}
