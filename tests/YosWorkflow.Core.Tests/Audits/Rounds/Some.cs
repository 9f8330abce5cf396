using System.Collections.Immutable;
using System.Globalization;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Tests.Audits.Rounds;

/// <summary>A round of November 2011 to test with, and the people in it.</summary>
internal static class Some
{
    public static readonly DateOnly FirstOfNovember = new(2011, 11, 1);

    public static readonly RoundId RoundId = new("golden-thread", FirstOfNovember);

    public static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.EnglandAndWales;

    public static readonly AuditProgramme Programme = AuditProgrammes.Find("golden-thread")!;

    /// <summary>Three teams with a supervisor and three case managers each, a lead and a head of service.</summary>
    public static ImmutableArray<StaffMember> Members { get; } =
    [
        Member("HOS1", StaffRole.HeadOfService, team: null, canAudit: false),
        Member("EPM1", StaffRole.EffectivePracticeManager, team: null, canAudit: false),
        .. new[] { "A", "B", "C" }.SelectMany(team =>
            Enumerable
                .Range(1, 3)
                .Select(n =>
                    Member($"CM{team}{Text(n)}", StaffRole.CaseManager, team, canAudit: true, $"PS{team}")
                )
                .Append(Member($"PS{team}", StaffRole.PracticeSupervisor, team, canAudit: false, "HOS1"))
        ),
    ];

    public static Staff Staff { get; } = new(Members);

    public static AuditRound Round(int size = 9, RoundState state = RoundState.Open) =>
        new()
        {
            Id = RoundId,
            Programme = Programme,
            Dates = RoundDates.Of(Programme, FirstOfNovember, FirstOfNovember, Calendar),
            Asked = "9",
            Seed = "seed",
            FrameSize = 90,
            FrameHash = "hash",
            Strata = [new Stratum("A", 90, 1, size)],
            DrawnAt = DateTimeOffset.UnixEpoch,
            State = state,
        };

    /// <summary>A case of team A, whose manager is CMA1, audited by CMB1.</summary>
    public static CaseStanding Standing(
        string caseRef = "K1",
        string? auditorId = "CMB1",
        AuditReturn? submitted = null
    ) =>
        new(
            new SampledCase(
                caseRef,
                "A",
                "A",
                "CMA1",
                "PSA",
                new Assignment(auditorId, FirstOfNovember, auditorId is null ? "Nobody." : null, [])
            ),
            submitted,
            null,
            null,
            [],
            []
        );

    public static AuditReturn Submitted(DateOnly on) =>
        new(ReturnState.Submitted, 1, 1, "CMB1", [], DateTimeOffset.UnixEpoch, on, []);

    public static RoundStanding Of(params CaseStanding[] cases) => new(Round(cases.Length), [.. cases]);

    public static ImmutableArray<AnsweredQuestion> AllMet() =>
        [
            .. Programme.Template.Questions.Select(question => new AnsweredQuestion(
                question.QuestionId,
                AuditAnswer.Met,
                ""
            )),
        ];

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static StaffMember Member(
        string id,
        StaffRole role,
        string? team,
        bool canAudit,
        string? lineManagerId = null
    ) => new(id, id, $"{id}@yos.example", $"entra-{id}", role, team, lineManagerId, true, null, canAudit);
}
