using System.Collections.Concurrent;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Functions.Auditing;
using YosWorkflow.Functions.Tests.Engine;

namespace YosWorkflow.Functions.Tests.Auditing;

/// <summary>The steps of a round of three cases, which answer moments that are near enough for a test to wait for.</summary>
internal sealed class FakeRound
{
    public static readonly RoundId Round = new("golden-thread", new(2011, 11, 1));

    public static readonly DateOnly EndsOn = new(2011, 12, 1);

    public static readonly SampleRequest Request = new(Round, new(2011, 11, 1))
    {
        Size = SampleSize.OfPercent(12.5m, 3),
        Seed = "seed",
        Weights = new SampleWeights(2, 3),
    };

    private static readonly string[] Cases = ["K1", "K2", "K3"];
    private static readonly TimeSpan Far = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, bool> back = new(StringComparer.Ordinal);

    public FakeSteps Steps { get; } = new();

    /// <summary>Why there is no round, or null.</summary>
    public string? WhyNot { get; set; }

    /// <summary>When the round ends, from when it is told.</summary>
    public TimeSpan EndsAfter { get; init; } = Far;

    /// <summary>When to look at a case again, by the case and how often it was looked at.</summary>
    public Func<string, int, TimeSpan> NextAfter { get; init; } = (_, _) => Far;

    /// <summary>What happens when a step is taken, before it is: by its name and what it is about.</summary>
    public Action<string, string> BeforeStep { get; init; } = (_, _) => { };

    /// <summary>What the round was asked for.</summary>
    public RoundToBegin? Asked { get; private set; }

    private DateTime? EndsAt { get; set; }

    /// <summary>From now on, what is asked for on a case is in, or not.</summary>
    public void IsBack(string caseRef, bool isBack = true) => back[caseRef] = isBack;

    /// <summary>How often a case was looked at.</summary>
    public int Looks(string caseRef) => Steps.Calls.Count(call => call == $"TendAudit {caseRef}");

    public FakeSteps Build() =>
        Steps
            .On<RoundToBegin, SampleAnswer>(
                AuditActivities.Sample,
                round =>
                {
                    Asked = round;
                    BeforeStep(AuditActivities.Sample, round.Round.ToString());
                    return new SampleAnswer(WhyNot);
                },
                round => round.Round.ToString()
            )
            .On<RoundId, BegunRound>(
                AuditActivities.Begin,
                round =>
                {
                    BeforeStep(AuditActivities.Begin, round.ToString());
                    EndsAt = DateTime.UtcNow + EndsAfter;
                    return new BegunRound([.. Cases], EndsOn, EndsAt);
                },
                round => round.ToString()
            )
            .On<AuditToTend, TendedAudit>(AuditActivities.Tend, Tend, audit => audit.CaseRef)
            .On<RoundToClose, RoundSummary>(
                AuditActivities.Close,
                round =>
                {
                    BeforeStep(AuditActivities.Close, round.Round.ToString());
                    return new RoundSummary(
                        round.Round.ProgrammeId,
                        "2011-11",
                        round.EndsOn.AddDays(-1),
                        Cases.Length,
                        Cases.Count(IsIn),
                        [.. Cases.Where(one => !IsIn(one)).Select(one => $"{one}: return")]
                    );
                },
                round => round.Round.ToString()
            );

    private bool IsIn(string caseRef) => back.GetValueOrDefault(caseRef);

    private TendedAudit Tend(AuditToTend audit)
    {
        BeforeStep(AuditActivities.Tend, audit.CaseRef);
        if (IsIn(audit.CaseRef) || DateTime.UtcNow >= EndsAt)
        {
            return new TendedAudit(NextAt: null);
        }

        var next = DateTime.UtcNow + NextAfter(audit.CaseRef, Looks(audit.CaseRef));
        return new TendedAudit(next < EndsAt ? next : EndsAt);
    }
}
