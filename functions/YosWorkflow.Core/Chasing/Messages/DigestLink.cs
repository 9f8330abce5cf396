using YosWorkflow.Core.Audits.Rounds;

namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>Where the links of messages lead: the reader's day, a line of it, or the audit that an item is of.</summary>
internal static class DigestLink
{
    /// <summary>The page that shows the reader's day.</summary>
    public static string ToDay(DigestLetter letter) =>
        $"{Site(letter)}/my-day?for={Uri.EscapeDataString(letter.PersonId)}&asOf={IsoDate.Format(letter.Day)}";

    /// <summary>
    /// The line of an item. It stands in the query too: a sign-in on the way, and some mail clients, take off what is after the
    /// <c>#</c>, and only the query reaches the server, which then shows the page and the person on which the line is.
    /// </summary>
    public static string To(DigestLetter letter, NoticeItem item)
    {
        if (AuditRuleId.TryParse(item.RuleId, out var audit))
        {
            return ToAudit(letter, audit, item.CaseRef);
        }

        var line = DutyLine.IdOf(item.CaseRef, item.RuleId);
        return $"{ToDay(letter)}&line={line}#{line}";
    }

    // What has no reader, or never came in, is seen to on the round's page and not on the case's; there, too, a case's own people
    // find it until it is in. Whose audit it no longer is finds what else is theirs.
    private static string ToAudit(DigestLetter letter, AuditRuleId audit, string caseRef)
    {
        var audits = $"{Site(letter)}/audits";
        var round = $"{audits}/{audit.Round}";
        var ofCase = $"{round}/{Uri.EscapeDataString(caseRef)}";
        return audit.Kind switch
        {
            AuditDutyKind.PassedOn => audits,
            AuditDutyKind.Drawn or AuditDutyKind.Unallocated or AuditDutyKind.Missing => round,
            AuditDutyKind.SecondCheck => $"{ofCase}/second-check",
            AuditDutyKind.Action when audit.Part is { } action => $"{ofCase}/actions/{action}/completion",
            _ => ofCase,
        };
    }

    private static string Site(DigestLetter letter) => letter.PublicUrl.TrimEnd('/');
}
