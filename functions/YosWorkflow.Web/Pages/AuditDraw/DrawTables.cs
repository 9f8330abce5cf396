using System.Collections.Immutable;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Pages.Audits;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.AuditDraw;

/// <summary>The tables of a draw before it is kept.</summary>
internal sealed class DrawTables(SampleRequest request, SampledRound sampled, Staff staff)
{
    private readonly StaffMember[] able =
    [
        .. staff.Members.Where(member => member is { CanAudit: true, Active: true }),
    ];

    /// <summary>What the chosen size tells and means, beside others; nothing for a census, whose size nobody chooses.</summary>
    public Table Sizes() =>
        new(
            "sizes",
            "What samples of different sizes tell",
            [
                new("Cases"),
                new("A share is known to within"),
                new("Cases for each auditor"),
                new("How it stands"),
            ],
            sampled.Round.Programme.Size is null
                ? []
                :
                [
                    .. SizeAdvice
                        .Beside(sampled.Round.FrameSize, sampled.Round.Size, able.Length)
                        .Select(RowOf),
                ]
        );

    /// <summary>The strata with their places.</summary>
    public Table Strata() => StratumTable.Of(sampled.Round.Strata);

    /// <summary>Who would audit how many, whoever would have most first.</summary>
    public Table Auditors()
    {
        var load = sampled
            .Report.Cases.Where(item => item.AuditorId is not null)
            .CountBy(item => item.AuditorId!, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        return new Table(
            "auditors",
            "Who would audit how many cases",
            [new("Auditor"), new("Team"), Column.OfNumbers("Cases")],
            [
                .. able.OrderByDescending(member => load.GetValueOrDefault(member.StaffId))
                    .ThenBy(member => member.StaffId, StringComparer.Ordinal)
                    .Select(member =>
                        (ImmutableArray<Cell>)
                            [
                                member.Name,
                                member.Team ?? "–",
                                Cell.OrDash(load.GetValueOrDefault(member.StaffId)),
                            ]
                    ),
            ]
        );
    }

    /// <summary>The cases that nobody could audit, and why.</summary>
    public Table Unallocated() =>
        new(
            "unallocated",
            "Cases that nobody could audit",
            [new("Case"), new("Why")],
            [.. sampled.Report.Unallocated.Select(item => (ImmutableArray<Cell>)[item.CaseRef, item.Reason])]
        );

    /// <summary>The cases, and who would audit them.</summary>
    public Table Cases() =>
        new(
            "sample",
            "The cases that would be drawn",
            [new("Case"), new("Drawn from"), new("Would be audited by")],
            [
                .. sampled.Report.Cases.Select(item =>
                    (ImmutableArray<Cell>)
                        [
                            item.CaseRef,
                            item.Stratum,
                            item.AuditorId is { } id ? staff.Find(id)?.Name ?? id : "Nobody",
                        ]
                ),
            ]
        );

    private ImmutableArray<Cell> RowOf(SizeAdvice advice)
    {
        var isChosen = advice.Size == sampled.Round.Size;
        var notes = NotesOn(advice).ToArray();
        return
        [
            isChosen || !sampled.IsNew
                ? Cell.Of(advice.Size)
                : new Cell(Wording.Number(advice.Size))
                {
                    Href = DrawAddress.Preview(request with { Size = SampleSize.Of(advice.Size) }),
                    Hidden = "cases: preview a sample of this size",
                },
            advice.HalfWidth == 0 ? "Exactly: every case is read" : AuditWording.Points(advice.HalfWidth),
            LoadOf(advice),
            isChosen
                ? new Cell("Chosen")
                {
                    Tag = "blue",
                    Note = notes.Length > 0 ? string.Join("; ", notes) : null,
                }
                : new Cell(notes.Length > 0 ? string.Join("; ", notes) : "–"),
        ];
    }

    private IEnumerable<string> NotesOn(SizeAdvice advice)
    {
        var frame = sampled.Round.FrameSize;
        if (sampled.Round.Programme.Size is { } own && own.Within(frame) == advice.Size)
        {
            yield return $"the audit’s own rule: {AuditWording.Of(own)}";
        }
        else if (SizeAdvice.Rule.Within(frame) == advice.Size)
        {
            yield return "20%, at least 20: the Youth Justice Board’s rule for self-assessment";
        }

        if (SizeAdvice.FewestWithin(frame, 0.10) == advice.Size)
        {
            yield return "the fewest that tell a share to within 10 points";
        }

        if (advice.Size == frame)
        {
            yield return "the whole frame";
        }
        else
        {
            yield return $"{AuditWording.Percent((double)advice.Size / frame)} of the frame";
        }
    }

    private static string LoadOf(SizeAdvice advice) =>
        advice.MostEach switch
        {
            null => "Nobody can audit",
            { } most when most == advice.FewestEach => Wording.Number(most),
            { } most => $"{Wording.Number(advice.FewestEach)} or {Wording.Number(most)}",
        };
}
