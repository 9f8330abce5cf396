using System.Collections.Frozen;
using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;

namespace YosWorkflow.Core.Audits;

/// <summary>What the record already shows of a case, so that an auditor reads it beside a question and need not type it.</summary>
public static class CaseRecord
{
    private static readonly ImmutableArray<string> Statuses =
    [
        "looked_after",
        "child_in_need",
        "child_protection_plan",
        "custody",
    ];

    private static readonly Lazy<FrozenSet<string>> Rules = new(() =>
        StandardsPacks
            .Ids.SelectMany(packId => StandardsPacks.Load(packId).Rules)
            .Select(rule => rule.RuleId)
            .ToFrozenSet(StringComparer.Ordinal)
    );

    /// <summary>Whether any standards pack has a rule with this id.</summary>
    public static bool IsRule(string ruleId) => Rules.Value.Contains(ruleId);

    /// <summary>Whether a text refers to a part of the record, such as <c>obligation:initial-plan</c>.</summary>
    public static bool IsReference(string reference) =>
        reference.Split(':') switch
        {
            ["obligation", var ruleId] => IsRule(ruleId),
            ["milestone", var kind] => Codes<MilestoneKind>.TryRead(kind, out _),
            ["level", "rosh" or "vulnerability"] => true,
            ["status", var status] => Statuses.Contains(status),
            _ => false,
        };

    /// <summary>The lines that the record has to say on a question, in plain words; empty if it has nothing.</summary>
    /// <param name="question">The question.</param>
    /// <param name="audited">The case.</param>
    /// <param name="obligations">The case's obligations as of the day of the audit, met and open.</param>
    public static ImmutableArray<string> Beside(
        AuditQuestion question,
        Case audited,
        IReadOnlyCollection<Obligation> obligations
    ) => [.. question.Record.SelectMany(reference => Lines(reference.Split(':'), audited, obligations))];

    private static IEnumerable<string> Lines(
        string[] reference,
        Case audited,
        IReadOnlyCollection<Obligation> obligations
    ) =>
        reference switch
        {
            ["obligation", var ruleId] => obligations
                .Where(owed => string.Equals(owed.Rule.RuleId, ruleId, StringComparison.Ordinal))
                .Select(Line),
            ["milestone", var kind] => audited
                .Milestones.Where(done => done.Kind == Codes<MilestoneKind>.Read(kind))
                .Select(done => $"{kind.Replace('_', ' ')}: {Day(done.CompletedOn)}"),
            ["level", "rosh"] => Level(
                "Risk of serious harm",
                audited.RoshLevel,
                audited.RoshLevelSince,
                audited
            ),
            ["level", _] => Level(
                "Vulnerability",
                audited.VulnerabilityLevel,
                audited.VulnerabilityLevelSince,
                audited
            ),
            ["status", "looked_after"] =>
            [
                audited.LookedAfter switch
                {
                    LookedAfter.Own => "Looked after by this local authority",
                    LookedAfter.Other => "Looked after by another local authority",
                    _ => "Not looked after",
                },
            ],
            ["status", "child_in_need"] => [audited.ChildInNeed ? "Child in need" : "Not a child in need"],
            ["status", "child_protection_plan"] =>
            [
                audited.ChildProtectionPlan ? "Has a child protection plan" : "No child protection plan",
            ],
            ["status", _] => Custody(audited),
            _ => [],
        };

    private static string Line(Obligation owed) =>
        owed.Status switch
        {
            ObligationStatus.Met => $"{owed.Rule.Title}: met {Day(owed.MetOn!.Value)}, due {Day(owed.DueOn)}",
            ObligationStatus.MetLate =>
                $"{owed.Rule.Title}: met late {Day(owed.MetOn!.Value)}, due {Day(owed.DueOn)}",
            ObligationStatus.Missed => $"{owed.Rule.Title}: never met, was due {Day(owed.DueOn)}",
            ObligationStatus.Overdue => $"{owed.Rule.Title}: overdue since {Day(owed.DueOn)}",
            _ => $"{owed.Rule.Title}: due {Day(owed.DueOn)}",
        };

    private static IEnumerable<string> Level(string of, RiskLevel? level, DateOnly? since, Case audited) =>
        [
            level is { } known
                ? $"{of}: {Codes<RiskLevel>.Of(known).Replace('_', ' ')} since {Day(since ?? audited.OrderMadeOn)}"
                : $"{of}: no level recorded",
        ];

    private static IEnumerable<string> Custody(Case audited) =>
        audited.CustodyFrom is { } from
            ?
            [
                $"In custody from {Day(from)}"
                    + (audited.CustodyReleasedOn is { } released ? $" to {Day(released)}" : "")
                    + (audited.SecureEstablishment is { } establishment ? $", {establishment}" : ""),
            ]
            : ["Not in custody"];

    private static string Day(DateOnly day) => PlainDate.Format(day);
}
