using Microsoft.Azure.Functions.Worker;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Functions.Chasing;

/// <summary>
/// The steps of a chase: a use case each. What goes in and out is recorded in the orchestration's history, so it is small:
/// names, keys and numbers.
/// </summary>
public sealed class ChaseActivities(
    TableStorage storage,
    CaseloadTable caseload,
    OpenChase open,
    ChaseTeam chaseTeam,
    AuditDay audits,
    ComposeDigests compose,
    SendDigests send,
    TellOfParked tellOfParked,
    CloseChase close
)
{
    /// <summary>The name of <see cref="OpenAsync"/>.</summary>
    public const string Open = "OpenChase";

    /// <summary>The name of <see cref="ChaseTeamAsync"/>.</summary>
    public const string ChaseTeam = "ChaseTeam";

    /// <summary>The name of <see cref="AuditAsync"/>.</summary>
    public const string Audit = "StepAudits";

    /// <summary>The name of <see cref="ComposeAsync"/>.</summary>
    public const string Compose = "ComposeDigests";

    /// <summary>The name of <see cref="LeftOverAsync"/>.</summary>
    public const string LeftOver = "FindLeftOverDigests";

    /// <summary>The name of <see cref="TellOfParkedAsync"/>.</summary>
    public const string TellOfParked = "TellOfParked";

    /// <summary>The name of <see cref="SendAsync"/>.</summary>
    public const string Send = "SendDigests";

    /// <summary>The name of <see cref="CloseAsync"/>.</summary>
    public const string Close = "CloseChase";

    /// <summary>Begins the chase of a day.</summary>
    [Function(Open)]
    public async Task<OpenedChase> OpenAsync(
        [ActivityTrigger] DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var tally = storage.Transactions.Measure();
        var plan = await open.ExecuteAsync(day, cancellationToken);
        return new OpenedChase(plan, tally.Total);
    }

    /// <summary>Decides and records whom to tell of a team's obligations.</summary>
    [Function(ChaseTeam)]
    public async Task<TeamOutcome> ChaseTeamAsync(
        [ActivityTrigger] TeamToChase team,
        CancellationToken cancellationToken
    )
    {
        var tally = storage.Transactions.Measure();
        try
        {
            var staff = await caseload.ReadStaffAsync(cancellationToken);
            var chased = await chaseTeam.ExecuteAsync(
                team.Team,
                staff,
                team.Day,
                dryRun: false,
                cancellationToken
            );
            return new TeamOutcome(team.Team, chased.Cases, tally.Total, Failure: null)
            {
                Children = chased.Children,
            };
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // Only the message of what a step throws gets into the history, and storage's runs over many lines.
            throw new InvalidOperationException(TeamChases.ReasonOf(error), error);
        }
    }

    /// <summary>Takes the day's step of the audits, whose notices go into the digests of the day.</summary>
    [Function(Audit)]
    public async Task<AuditsOutcome> AuditAsync(
        [ActivityTrigger] DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var tally = storage.Transactions.Measure();
        var staff = await caseload.ReadStaffAsync(cancellationToken);
        var stepped = await audits.ExecuteAsync(day, staff, dryRun: false, cancellationToken);
        return new AuditsOutcome(stepped.Failed, tally.Total);
    }

    /// <summary>Composes the digests of a day.</summary>
    [Function(Compose)]
    public async Task<DigestPages> ComposeAsync(
        [ActivityTrigger] DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var tally = storage.Transactions.Measure();
        var staff = await caseload.ReadStaffAsync(cancellationToken);
        var keys = await compose.ExecuteAsync(day, staff, cancellationToken);
        return PagesOf(keys, tally);
    }

    /// <summary>Finds what is still to be sent of any of the last days.</summary>
    [Function(LeftOver)]
    public async Task<DigestPages> LeftOverAsync(
        [ActivityTrigger] DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var tally = storage.Transactions.Measure();
        return PagesOf(await send.LeftOverAsync(day, cancellationToken), tally);
    }

    /// <summary>Composes what the administrators are to be told.</summary>
    [Function(TellOfParked)]
    public async Task<DigestPages> TellOfParkedAsync(
        [ActivityTrigger] DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var tally = storage.Transactions.Measure();
        var staff = await caseload.ReadStaffAsync(cancellationToken);
        return PagesOf(await tellOfParked.ExecuteAsync(day, staff, cancellationToken), tally);
    }

    /// <summary>Sends a page of digests.</summary>
    [Function(Send)]
    public async Task<PageOutcome> SendAsync(
        [ActivityTrigger] DigestPage page,
        CancellationToken cancellationToken
    )
    {
        var tally = storage.Transactions.Measure();
        var staff = await caseload.ReadStaffAsync(cancellationToken);
        var results = await send.ExecuteAsync([.. page.Digests.Select(Read)], staff, cancellationToken);
        return new PageOutcome(
            results.Count(result => result.State is DigestState.Sent or DigestState.Delivered),
            results.Count(result =>
                result.State is not (DigestState.Sent or DigestState.Delivered or DigestState.Cancelled)
            ),
            tally.Total
        );
    }

    /// <summary>Ends the chase of a day.</summary>
    [Function(Close)]
    public async Task<ChaseSummary> CloseAsync(
        [ActivityTrigger] ChaseToClose chase,
        CancellationToken cancellationToken
    )
    {
        var run = await close.ExecuteAsync(
            chase.Day,
            chase.Cases,
            chase.FailedTeams,
            chase.Children,
            chase.Transactions,
            cancellationToken
        );
        return new ChaseSummary(
            chase.Day,
            run.WhyNobody,
            chase.Teams,
            chase.Cases,
            [.. chase.FailedTeams.Select(team => $"{team.Team}: {team.Reason}")],
            chase.Sent.Sent,
            chase.Sent.NotSent,
            run.Transactions
        );
    }

    private static DigestPages PagesOf(IEnumerable<DigestKey> keys, TransactionTally tally) =>
        new(
            [
                .. SendDigests
                    .Pages(keys)
                    .Select(page => new DigestPage([.. page.Select(key => key.ToString())])),
            ],
            tally.Total
        );

    private static DigestKey Read(string key) =>
        DigestKey.TryParse(key, out var read)
            ? read
            : throw new FormatException($"'{key}' is not the key of a digest.");
}
