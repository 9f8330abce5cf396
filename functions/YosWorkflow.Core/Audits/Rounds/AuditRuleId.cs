namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>
/// By which rule id digests and marks know a duty of an audit, such as <c>audit-return:golden-thread:2011-11</c>. It names the
/// round, so that two audits of one case are never taken for one.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Round">Of which round.</param>
/// <param name="Part">Which of several on the case, such as an action's identifier; null if there is only one.</param>
public readonly record struct AuditRuleId(AuditDutyKind Kind, RoundId Round, string? Part = null)
{
    private const char Separator = ':';

    /// <summary>Reads a rule id; false if it is not of an audit.</summary>
    public static bool TryParse(string? text, out AuditRuleId rule)
    {
        rule = default;
        if (
            text?.Split(Separator) is not [var kind, var programme, var month, .. { Length: <= 1 } part]
            || !Codes<AuditDutyKind>.TryRead(kind, out var read)
            || !IsoMonth.TryParse(month, out var day)
        )
        {
            return false;
        }

        rule = new AuditRuleId(read, new RoundId(programme, day), part is [var one] ? one : null);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = string.Join(
            Separator,
            Codes<AuditDutyKind>.Of(Kind),
            Round.ProgrammeId,
            IsoMonth.Format(Round.Month)
        );
        return Part is null ? text : $"{text}{Separator}{Part}";
    }
}
