using System.Collections.Immutable;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;

namespace YosWorkflow.Web.Routes.Chases;

/// <summary>What a day's chase did: its report as the command line gives it, and how far it and its digests have come.</summary>
internal sealed record ChaseAnswer
{
    public required DateOnly AsOf { get; init; }

    public required bool DryRun { get; init; }

    public required string? WhyNobody { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset? FinishedAt { get; init; }

    public required int Cases { get; init; }

    public required ImmutableArray<ToldPerson> Told { get; init; }

    public required ImmutableArray<NotToldPerson> NotTold { get; init; }

    public required ImmutableArray<FailedTeam> FailedTeams { get; init; }

    public required ImmutableArray<DigestAnswer> Digests { get; init; }

    public required long Transactions { get; init; }

    public static ChaseAnswer Of(ChaseRun run, ChaseReport report, IReadOnlyList<StoredDigest> digests) =>
        new()
        {
            AsOf = run.Day,
            DryRun = report.DryRun,
            WhyNobody = report.WhyNobody,
            StartedAt = run.StartedAt,
            FinishedAt = run.FinishedAt,
            Cases = run.Cases,
            Told = report.Told,
            NotTold = report.NotTold,
            FailedTeams = report.FailedTeams,
            Digests = [.. digests.Select(DigestAnswer.Of)],
            Transactions = report.Transactions,
        };
}

/// <summary>How far a digest has come.</summary>
internal sealed record DigestAnswer(
    string PersonId,
    Channel Channel,
    DigestState State,
    DateTimeOffset ChangedAt,
    int Attempts,
    string? Reason,
    bool MayBeDoubled
)
{
    public static DigestAnswer Of(StoredDigest digest) =>
        new(
            digest.Key.PersonId,
            digest.Key.Channel,
            digest.State,
            digest.ChangedAt,
            digest.Attempts,
            digest.Reason,
            digest.MayBeDoubled
        );
}
