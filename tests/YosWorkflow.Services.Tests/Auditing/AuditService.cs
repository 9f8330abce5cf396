using System.Collections.Immutable;
using System.Globalization;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Tests.Chasing;

namespace YosWorkflow.Services.Tests.Auditing;

/// <summary>A service of three teams with ten cases each, all of them long enough with it on 1 November 2011.</summary>
internal static class AuditService
{
    public static DateOnly Day { get; } = new(2011, 11, 1);

    public static RoundId Round { get; } = new("golden-thread", Day);

    public static Staff Staff { get; } =
        new([
            Small.Member("HOS1", StaffRole.HeadOfService, null, null),
            Small.Member("EPM1", StaffRole.EffectivePracticeManager, null, "HOS1"),
            Small.Member("ADM1", StaffRole.Administrator, null, "HOS1"),
            .. Teams.SelectMany(team =>
                Enumerable
                    .Range(1, 3)
                    .Select(n =>
                        Small.Member($"CM{team}{Text(n)}", StaffRole.CaseManager, team, $"PS{team}") with
                        {
                            CanAudit = true,
                        }
                    )
                    .Append(Small.Member($"PS{team}", StaffRole.PracticeSupervisor, team, "HOS1"))
            ),
        ]);

    public static ImmutableArray<Case> Cases { get; } =
    [
        .. Teams.SelectMany(team =>
            Enumerable
                .Range(0, 10)
                .Select(n =>
                    Small.Order(
                        $"{team}{Text(n)}",
                        team,
                        $"CM{team}{Text((n % 3) + 1)}",
                        OrderType.BailSupervision,
                        "2011-09-01"
                    )
                )
        ),
    ];

    private static string[] Teams => ["A", "B", "C"];

    public static SampleRequest Request(int size = 6, string? seed = "seed") =>
        new(Round, Day) { Size = SampleSize.Of(size), Seed = seed };

    public static Staff Without(params string[] away) =>
        new(Staff.Members.Select(member => member with { Active = !away.Contains(member.StaffId) }));

    public static async Task<SampledRound> SampleAsync(
        this ChaseWorld world,
        SampleRequest? request = null
    ) =>
        Done(
            await world
                .Get<SampleRound>()
                .ExecuteAsync(request ?? Request(), dryRun: false, TestContext.Current.CancellationToken)
        );

    public static T Done<T>(AuditOutcome<T> outcome) =>
        outcome is AuditOutcome<T>.Refused refused
            ? throw new InvalidOperationException(refused.Refusal.ToString())
            : Assert.IsType<AuditOutcome<T>.Done>(outcome).Value;

    public static AuditRefusal Refused<T>(AuditOutcome<T> outcome) =>
        Assert.IsType<AuditOutcome<T>.Refused>(outcome).Refusal;

    /// <summary>Hands in a return in one piece: everything met but for what is said otherwise.</summary>
    public static async Task<AuditReturn> SubmitAsync(
        this ChaseWorld world,
        string caseRef,
        DateOnly on,
        bool isSecond = false,
        params string[] notMet
    ) =>
        Done(
            await world
                .Get<SaveReturn>()
                .ExecuteAsync(
                    HandedIn(caseRef, isSecond, submit: true, Answers(notMet)),
                    on,
                    TestContext.Current.CancellationToken
                )
        );

    public static HandedIn HandedIn(
        string caseRef,
        bool isSecond,
        bool submit,
        ImmutableArray<AnsweredQuestion> answers,
        int? basedOn = null,
        string by = ""
    ) => new(Round, caseRef, isSecond, by, answers, basedOn, submit);

    public static ImmutableArray<AnsweredQuestion> Answers(params string[] notMet) =>
        [
            .. AuditProgrammes
                .Find(Round.ProgrammeId)!
                .Template.Questions.Select(question =>
                    notMet.Contains(question.QuestionId)
                        ? new AnsweredQuestion(question.QuestionId, AuditAnswer.NotMet, "It was not there.")
                        : new AnsweredQuestion(question.QuestionId, AuditAnswer.Met, "")
                ),
        ];

    public static async Task<RoundReport> ReadAsync(this ChaseWorld world) =>
        (await world.Get<ReadRound>().ExecuteAsync(Round, TestContext.Current.CancellationToken))!;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
