using System.Collections.Immutable;
using System.Text.Json.Serialization;
using YosWorkflow.Core.Learning;
using YosWorkflow.Services.Chasing;

namespace YosWorkflow.Functions.Chasing;

/// <summary>What was opened.</summary>
/// <param name="Plan">What is to be done.</param>
/// <param name="Transactions">How many storage transactions it took.</param>
public sealed record OpenedChase(ChasePlan Plan, long Transactions);

/// <summary>A team to be chased.</summary>
/// <param name="Day">The day.</param>
/// <param name="Team">The team.</param>
public sealed record TeamToChase(DateOnly Day, string Team);

/// <summary>What came of chasing a team.</summary>
/// <param name="Team">The team.</param>
/// <param name="Cases">How many open cases were looked at.</param>
/// <param name="Transactions">How many storage transactions it took; what a try that failed took is not known.</param>
/// <param name="Failure">Why it failed, or null.</param>
public sealed record TeamOutcome(string Team, int Cases, long Transactions, string? Failure)
{
    /// <summary>The children among its open cases; null if they are not known.</summary>
    public ChildCounts? Children { get; init; }

    /// <summary>A team that failed, however often it was tried.</summary>
    public static TeamOutcome Failed(string team, string reason) => new(team, 0, 0, reason);
}

/// <summary>What came of the day's step of the audits.</summary>
/// <param name="Failed">The rounds that failed, as teams do.</param>
/// <param name="Transactions">How many storage transactions it took.</param>
public sealed record AuditsOutcome(ImmutableArray<FailedTeam> Failed, long Transactions)
{
    /// <summary>The step failed as a whole, however often it was tried.</summary>
    public static AuditsOutcome Failure(string reason) => new([new FailedTeam("audits", reason)], 0);
}

/// <summary>Digests to be sent in one step.</summary>
/// <param name="Digests">Their keys.</param>
public sealed record DigestPage(ImmutableArray<string> Digests);

/// <summary>Digests to be sent, in pages.</summary>
/// <param name="Pages">The pages.</param>
/// <param name="Transactions">How many storage transactions it took to find or compose them.</param>
public sealed record DigestPages(ImmutableArray<DigestPage> Pages, long Transactions);

/// <summary>What came of sending digests.</summary>
/// <param name="Sent">How many have gone out, by this try, one before, or the sweep.</param>
/// <param name="NotSent">How many have not: they are tried again, or parked.</param>
/// <param name="Transactions">How many storage transactions it took.</param>
public sealed record PageOutcome(int Sent, int NotSent, long Transactions)
{
    /// <summary>Nothing was to be sent.</summary>
    public static PageOutcome None { get; } = new(0, 0, 0);

    /// <summary>Both together.</summary>
    public static PageOutcome operator +(PageOutcome left, PageOutcome right) =>
        new(left.Sent + right.Sent, left.NotSent + right.NotSent, left.Transactions + right.Transactions);
}

/// <summary>What a chase came to, to be recorded.</summary>
/// <param name="Day">The day.</param>
/// <param name="Teams">How many teams were to be chased.</param>
/// <param name="Cases">How many open cases were looked at.</param>
/// <param name="FailedTeams">The teams and audit rounds that failed.</param>
/// <param name="Sent">What came of sending.</param>
/// <param name="Transactions">How many storage transactions all steps took.</param>
public sealed record ChaseToClose(
    DateOnly Day,
    int Teams,
    int Cases,
    ImmutableArray<FailedTeam> FailedTeams,
    PageOutcome Sent,
    long Transactions
)
{
    /// <summary>The children of every team; empty if they are not known of every one.</summary>
    public ImmutableArray<TeamChildren> Children { get; init; } = [];

    internal static ChaseToClose OfNobody(DateOnly day, long transactions) =>
        new(day, 0, 0, [], PageOutcome.None, transactions);

    internal static ChaseToClose Of(
        DateOnly day,
        OpenedChase opened,
        IReadOnlyCollection<TeamOutcome> teams,
        AuditsOutcome audits,
        PageOutcome sent
    ) =>
        new(
            day,
            teams.Count,
            teams.Sum(team => team.Cases),
            [
                .. teams
                    .Where(team => team.Failure is not null)
                    .Select(team => new FailedTeam(team.Team, team.Failure!)),
                .. audits.Failed,
            ],
            sent,
            opened.Transactions
                + teams.Sum(team => team.Transactions)
                + audits.Transactions
                + sent.Transactions
        )
        {
            Children = teams.All(team => team.Children is not null)
                ? [.. teams.Select(team => new TeamChildren(team.Team, team.Children!.Value))]
                : [],
        };
}

/// <summary>What a chase came to, as its status shows it. Who was told what is in the tables.</summary>
/// <param name="Day">The day.</param>
/// <param name="WhyNobody">Why nobody was to be told, such as a bank holiday; null on a working day.</param>
/// <param name="Teams">How many teams were to be chased.</param>
/// <param name="Cases">How many open cases were looked at.</param>
/// <param name="FailedTeams">The teams and audit rounds that failed, and why.</param>
/// <param name="Sent">How many digests have gone out.</param>
/// <param name="NotSent">How many have not: they are tried again, or parked.</param>
/// <param name="Transactions">How many storage transactions it took.</param>
public sealed record ChaseSummary(
    [property: JsonPropertyName("as_of")] DateOnly Day,
    [property: JsonPropertyName("why_nobody")] string? WhyNobody,
    [property: JsonPropertyName("teams")] int Teams,
    [property: JsonPropertyName("cases")] int Cases,
    [property: JsonPropertyName("failed_teams")] ImmutableArray<string> FailedTeams,
    [property: JsonPropertyName("sent")] int Sent,
    [property: JsonPropertyName("not_sent")] int NotSent,
    [property: JsonPropertyName("transactions")] long Transactions
);
