using System.Collections.Immutable;
using Azure;
using Microsoft.Extensions.Logging;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Learning;

namespace YosWorkflow.Services.Chasing;

/// <summary>What the chase of all teams came to.</summary>
/// <param name="Cases">How many open cases were looked at.</param>
/// <param name="Notices">The notices that were decided.</param>
/// <param name="Failed">The teams that failed.</param>
/// <param name="Children">The children of every team; empty if one could not be read.</param>
internal sealed record TeamsChased(
    int Cases,
    ImmutableArray<StoredNotice> Notices,
    ImmutableArray<FailedTeam> Failed,
    ImmutableArray<TeamChildren> Children
);

/// <summary>
/// Chases one team after the other, so that no more than one is held in memory. One that keeps failing is reported and does not
/// hold up the others.
/// </summary>
public sealed class TeamChases(ChaseTeam chase, TimeProvider clock, ILogger<TeamChases> logger)
{
    internal async Task<TeamsChased> ExecuteAsync(
        ChasePlan plan,
        Staff staff,
        bool dryRun,
        CancellationToken cancellationToken
    )
    {
        var cases = 0;
        var notices = ImmutableArray.CreateBuilder<StoredNotice>();
        var failed = ImmutableArray.CreateBuilder<FailedTeam>();
        var children = ImmutableArray.CreateBuilder<TeamChildren>();
        foreach (var team in plan.Teams)
        {
            try
            {
                var (chased, fault) = await Retries.RunAsync(
                    () => ChaseAsync(team, plan.Day, staff, dryRun, cancellationToken),
                    clock,
                    cancellationToken
                );
                cases += chased.Cases;
                notices.AddRange(chased.Notices);
                failed.AddRange(fault);
                children.Add(new TeamChildren(team, chased.Children));
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                logger.LogError(error, "The chase of team {Team} failed.", team);
                failed.Add(new FailedTeam(team, ReasonOf(error)));
            }
        }

        return new TeamsChased(
            cases,
            notices.ToImmutable(),
            failed.ToImmutable(),
            children.Count == plan.Teams.Length ? children.ToImmutable() : []
        );
    }

    // To try again would not make a case younger.
    private async Task<(TeamChase Chased, FailedTeam[] Fault)> ChaseAsync(
        string team,
        DateOnly day,
        Staff staff,
        bool dryRun,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return (await chase.ExecuteAsync(team, staff, day, dryRun, cancellationToken), []);
        }
        catch (CasesNotChasedException error)
        {
            logger.LogError(error, "Some cases of team {Team} were not chased.", team);
            return (error.Chased, [new FailedTeam(team, error.Message)]);
        }
    }

    /// <summary>Why a team failed, in a sentence: the message of storage runs over many lines.</summary>
    public static string ReasonOf(Exception error) =>
        error switch
        {
            RequestFailedException { Status: 0 } => "Storage did not answer.",
            RequestFailedException failed => $"Storage answered {failed.Status} {failed.ErrorCode}.".Replace(
                " .",
                ".",
                StringComparison.Ordinal
            ),
            AggregateException { InnerExceptions: [.., var last] } => ReasonOf(last),
            _ => error.Message,
        };
}
