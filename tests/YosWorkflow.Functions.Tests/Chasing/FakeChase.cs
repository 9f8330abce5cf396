using System.Collections.Immutable;
using YosWorkflow.Core;
using YosWorkflow.Functions.Chasing;
using YosWorkflow.Functions.Tests.Engine;
using YosWorkflow.Services.Chasing;

namespace YosWorkflow.Functions.Tests.Chasing;

/// <summary>The steps of a chase of three teams, which sends two pages, then one that was left over, then one to administrators.</summary>
internal sealed class FakeChase
{
    public static readonly DateOnly Day = new(2011, 10, 4);

    public static readonly string[] Teams = ["East", "North", "South"];

    public FakeSteps Steps { get; } = new();

    /// <summary>Why nobody is to be told, or null.</summary>
    public string? WhyNobody { get; init; }

    /// <summary>What happens when a team is chased, before it is.</summary>
    public Action<string> BeforeTeam { get; init; } = _ => { };

    /// <summary>What happens before the audits' step.</summary>
    public Action BeforeAudits { get; init; } = () => { };

    /// <summary>The rounds that fail.</summary>
    public ImmutableArray<FailedTeam> FailedRounds { get; init; } = [];

    /// <summary>What happens before the digests are composed.</summary>
    public Action BeforeCompose { get; init; } = () => { };

    /// <summary>What happens before a page is sent.</summary>
    public Action<DigestPage> BeforeSend { get; init; } = _ => { };

    public FakeSteps Build()
    {
        return Steps
            .On<DateOnly, OpenedChase>(
                ChaseActivities.Open,
                day => new OpenedChase(new ChasePlan(day, WhyNobody, [.. Teams]), Transactions: 2),
                IsoDate.Format
            )
            .On<TeamToChase, TeamOutcome>(
                ChaseActivities.ChaseTeam,
                team =>
                {
                    BeforeTeam(team.Team);
                    return new TeamOutcome(team.Team, Cases: 10, Transactions: 5, Failure: null);
                },
                team => team.Team
            )
            .On<DateOnly, AuditsOutcome>(
                ChaseActivities.Audit,
                _ =>
                {
                    BeforeAudits();
                    return new AuditsOutcome(FailedRounds, Transactions: 1);
                }
            )
            .On<DateOnly, DigestPages>(
                ChaseActivities.Compose,
                _ =>
                {
                    BeforeCompose();
                    return Pages("A|B", "C");
                }
            )
            .On<DateOnly, DigestPages>(ChaseActivities.LeftOver, _ => Pages("D"))
            .On<DateOnly, DigestPages>(ChaseActivities.TellOfParked, _ => Pages("ADM"))
            .On<DigestPage, PageOutcome>(
                ChaseActivities.Send,
                page =>
                {
                    BeforeSend(page);
                    return new PageOutcome(page.Digests.Length, NotSent: 0, Transactions: 3);
                },
                page => string.Join('|', page.Digests)
            )
            .On<ChaseToClose, ChaseSummary>(
                ChaseActivities.Close,
                chase => new ChaseSummary(
                    chase.Day,
                    WhyNobody,
                    chase.Teams,
                    chase.Cases,
                    [.. chase.FailedTeams.Select(team => $"{team.Team}: {team.Reason}")],
                    chase.Sent.Sent,
                    chase.Sent.NotSent,
                    chase.Transactions
                )
            );
    }

    private static DigestPages Pages(params string[] pages) =>
        new([.. pages.Select(page => new DigestPage([.. page.Split('|')]))], Transactions: 1);
}
