using System.Collections.Immutable;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;

namespace YosWorkflow.Services.Auditing;

/// <summary>How a round stands. It serialises as the routes give it, in snake case; what a published sample has is named as there.</summary>
public sealed record RoundReport
{
    /// <summary>The programme.</summary>
    public required string Programme { get; init; }

    /// <summary>What the programme is called.</summary>
    public required string Title { get; init; }

    /// <summary>The month, as <c>yyyy-MM</c>.</summary>
    public required string Month { get; init; }

    /// <summary>Where the round is.</summary>
    public required RoundState State { get; init; }

    /// <summary>The day as of which it was drawn.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>When it was drawn.</summary>
    public required DateTimeOffset DrawnAt { get; init; }

    /// <summary>By when returns are due.</summary>
    public required DateOnly ReturnsDueOn { get; init; }

    /// <summary>Its last working day.</summary>
    public required DateOnly ClosesOn { get; init; }

    /// <summary>The day it was closed, or null.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>The version of the programme it began with.</summary>
    public required int ProgrammeVersion { get; init; }

    /// <summary>The template it began with.</summary>
    public required string TemplateId { get; init; }

    /// <summary>The version of that.</summary>
    public required int TemplateVersion { get; init; }

    /// <summary>How many cases were asked for, in words.</summary>
    public required string Asked { get; init; }

    /// <summary>The seed.</summary>
    public required string Seed { get; init; }

    /// <summary>How many cases the frame held.</summary>
    public required int FrameSize { get; init; }

    /// <summary>The frame's fingerprint.</summary>
    public required string FrameHash { get; init; }

    /// <summary>How many cases were drawn.</summary>
    public required int Size { get; init; }

    /// <summary>The half-width of a 95 % interval for a share of the frame's cases, from 0 to 1, at its widest.</summary>
    public required double HalfWidth { get; init; }

    /// <summary>The strata.</summary>
    public required ImmutableArray<SampleStratum> Strata { get; init; }

    /// <summary>The cases, in ordinal order.</summary>
    public required ImmutableArray<RoundCase> Cases { get; init; }

    /// <summary>The cases that nobody audits at present, and why.</summary>
    public required ImmutableArray<UnallocatedCase> Unallocated { get; init; }

    /// <summary>How far it is.</summary>
    public required RoundProgress Progress { get; init; }

    /// <summary>What was missing when it was closed.</summary>
    public ImmutableArray<MissingItem> Missing { get; init; } = [];

    internal static RoundReport Of(RoundStanding standing)
    {
        var round = standing.Round;
        return new RoundReport
        {
            Programme = round.Id.ProgrammeId,
            Title = round.Programme.Title,
            Month = IsoMonth.Format(round.Id.Month),
            State = round.State,
            AsOf = round.Dates.DrawnOn,
            DrawnAt = round.DrawnAt,
            ReturnsDueOn = round.Dates.ReturnsDueOn,
            ClosesOn = round.Dates.ClosesOn,
            ClosedOn = round.ClosedOn,
            ProgrammeVersion = round.Programme.Version,
            TemplateId = round.Programme.Template.TemplateId,
            TemplateVersion = round.Programme.Template.Version,
            Asked = round.Asked,
            Seed = round.Seed,
            FrameSize = round.FrameSize,
            FrameHash = round.FrameHash,
            Size = round.Size,
            HalfWidth = round.HalfWidth,
            Strata = [.. round.Strata.Select(SampleStratum.Of)],
            Cases = [.. standing.Cases.Select(item => RoundCase.Of(round, item))],
            Unallocated =
            [
                .. standing
                    .Cases.Where(item => item.Case.Audit.ReaderId is null)
                    .Select(item => new UnallocatedCase(item.Case.CaseRef, item.Case.Audit.WhyNobody ?? "")),
            ],
            Progress = RoundProgress.Of(standing),
            Missing = round.Missing,
        };
    }
}

/// <summary>A case of a round as it stands.</summary>
/// <param name="CaseRef">The case.</param>
/// <param name="Stratum">Its stratum.</param>
/// <param name="Team">Its team when it was drawn.</param>
/// <param name="AuditorId">Who audits it, or null.</param>
/// <param name="AuditorBefore">Who had it before, first to last.</param>
/// <param name="State">Where its return is: <c>not_started</c>, <c>started</c>, <c>submitted</c> or <c>reopened</c>.</param>
/// <param name="Answered">How many questions are answered.</param>
/// <param name="SubmittedOn">The day it was submitted, or null.</param>
/// <param name="ShareOfAll">Its score out of all that the template asks, from 0 to 1; null until it is in.</param>
/// <param name="ShareOfApplicable">Its score out of what applied, from 0 to 1; null until it is in, or if nothing applied.</param>
/// <param name="SecondReaderId">Who checks it for the second time, or null.</param>
/// <param name="SecondState">Where that is; null if it is not to be checked.</param>
/// <param name="Comments">How many comments there are.</param>
/// <param name="OpenActions">How many actions are still to be done.</param>
public sealed record RoundCase(
    string CaseRef,
    string Stratum,
    string Team,
    string? AuditorId,
    ImmutableArray<string> AuditorBefore,
    string State,
    int Answered,
    DateOnly? SubmittedOn,
    decimal? ShareOfAll,
    decimal? ShareOfApplicable,
    string? SecondReaderId,
    string? SecondState,
    int Comments,
    int OpenActions
)
{
    private const string NotStarted = "not_started";

    internal static RoundCase Of(AuditRound round, CaseStanding item)
    {
        AuditScore? score = item.IsIn
            ? AuditScore.Of(round.Programme.Template, item.Return!.ToAnswers())
            : null;
        return new RoundCase(
            item.Case.CaseRef,
            item.Case.Stratum,
            item.Case.Team,
            item.Case.Audit.ReaderId,
            item.Case.Audit.Before,
            StateOf(item.Return),
            item.Return?.Answered ?? 0,
            item.Return?.SubmittedOn,
            score?.ShareOfAll,
            score?.ShareOfApplicable,
            item.Second?.ReaderId,
            item.Second is null ? null : StateOf(item.SecondReturn),
            item.Comments.Length,
            item.Actions.Count(action => action.IsOpen)
        );
    }

    internal static string StateOf(AuditReturn? held) =>
        held is null ? NotStarted : Codes<ReturnState>.Of(held.State);
}

/// <summary>How far a round is.</summary>
/// <param name="Cases">How many cases are in the sample.</param>
/// <param name="Allocated">How many of them somebody audits.</param>
/// <param name="Started">How many returns are begun and not in.</param>
/// <param name="Submitted">How many are in.</param>
/// <param name="SecondChecks">How many second checks were asked for.</param>
/// <param name="SecondChecksIn">How many of them are in.</param>
/// <param name="Comments">How many audits were commented on.</param>
/// <param name="OpenActions">How many actions are still to be done.</param>
/// <param name="ClosedActions">How many are done.</param>
public sealed record RoundProgress(
    int Cases,
    int Allocated,
    int Started,
    int Submitted,
    int SecondChecks,
    int SecondChecksIn,
    int Comments,
    int OpenActions,
    int ClosedActions
)
{
    internal static RoundProgress Of(RoundStanding standing)
    {
        var cases = standing.Cases;
        var actions = cases.SelectMany(item => item.Actions).ToLookup(action => action.IsOpen);
        return new RoundProgress(
            cases.Length,
            cases.Count(item => item.Case.Audit.ReaderId is not null),
            cases.Count(item => item is { Return: not null, IsIn: false }),
            cases.Count(item => item.IsIn),
            cases.Count(item => item.Second is not null),
            cases.Count(item => item.SecondIsIn),
            cases.Count(item => !item.Comments.IsEmpty),
            actions[true].Count(),
            actions[false].Count()
        );
    }
}
