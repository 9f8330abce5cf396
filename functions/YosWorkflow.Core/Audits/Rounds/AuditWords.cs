using System.Globalization;
using YosWorkflow.Core.Chasing.Messages;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>How messages name what an audit asks of people.</summary>
public static class AuditWords
{
    /// <summary>The words for a rule id; null if it is not of an audit.</summary>
    public static DutyWords? Find(string ruleId) =>
        AuditRuleId.TryParse(ruleId, out var rule) ? Of(rule, NameOf(rule.Round)) : null;

    private static DutyWords Of(AuditRuleId rule, string round) =>
        rule.Kind switch
        {
            AuditDutyKind.Return => new(
                $"{round}: your audit of this case",
                "Audit the case and hand in the return"
            ),
            AuditDutyKind.Drawn => new(
                $"{round}: this case was drawn",
                "Make sure that the record is complete; you can comment when the audit is in"
            ),
            AuditDutyKind.PassedOn => new(
                $"{round}: a colleague audits this case now",
                "Nothing to do on it; what you had saved stays with the return"
            ),
            AuditDutyKind.Unallocated => new(
                $"{round}: nobody may read this case",
                "Find somebody who may, and have the staff list say so"
            ),
            AuditDutyKind.Comment => new(
                $"{round}: the audit of this case is in",
                "Read it, and comment if you want to"
            ),
            AuditDutyKind.SecondCheck => new(
                $"{round}: your second check of this case",
                "Read the case yourself and answer the same questions"
            ),
            AuditDutyKind.Action => new(
                $"{round}: an action on this case",
                "Do what the audit asks for, and say when it is done"
            ),
            _ when rule.Part is not null => new(
                $"{round}: ended without the second check of this case",
                "Nothing to do on the case; fewer checks say less of how well readers agree"
            ),
            _ => new($"{round}: ended without this case", "Decide whether it is audited in the next round"),
        };

    private static string NameOf(RoundId round) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{AuditProgrammes.Find(round.ProgrammeId)?.Title ?? round.ProgrammeId}, {round.Month:MMMM yyyy}"
        );
}
