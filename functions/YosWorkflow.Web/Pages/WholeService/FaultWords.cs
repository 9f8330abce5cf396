using YosWorkflow.Core.Learning;

namespace YosWorkflow.Web.Pages.WholeService;

/// <summary>Says in plain words what may be wrong in the record, and what comes of it.</summary>
internal static class FaultWords
{
    /// <summary>What it is.</summary>
    public static string Title(DataFault fault) =>
        fault switch
        {
            DataFault.CaseManagerUnknown => "Case manager not in the staff list",
            DataFault.CaseManagerAway => "Case manager away, without cover",
            DataFault.NotJudged => "Case that can’t be judged",
            DataFault.RiskSinceMissing => "High risk, since when is missing",
            DataFault.LevelMissing => "Level missing",
            DataFault.CustodyWithoutRelease => "In custody after the order’s end",
            DataFault.WorkBeforeOrder => "Work dated before the order",
            DataFault.WorkInFuture => "Work dated in the future",
            DataFault.TeamWithoutSupervisor => "Team without a practice supervisor",
            DataFault.StaffWithoutEmail => "Staff without an email address",
            DataFault.StaffWithoutEntraId => "Staff without an Entra id",
            DataFault.EntraIdTwice => "Entra id given twice",
            _ => fault.ToString(),
        };

    /// <summary>What comes of it.</summary>
    public static string Consequence(DataFault fault) =>
        fault switch
        {
            DataFault.CaseManagerUnknown => "Nobody is told of what is owed by the case manager.",
            DataFault.CaseManagerAway => "Nobody receives what is meant for them.",
            DataFault.NotJudged => "Nothing is chased on it, and no figure counts what is owed on it.",
            DataFault.RiskSinceMissing =>
                "The date of the order is taken, so that plans may count as late that are not.",
            DataFault.LevelMissing =>
                "A plan, a meeting or a shorter limit that would follow is not asked for.",
            DataFault.CustodyWithoutRelease =>
                "Reviews in the community are not asked for, or a release was not recorded.",
            DataFault.WorkBeforeOrder =>
                "It counts for nothing on this order, so that what was done may seem not done.",
            DataFault.WorkInFuture => "It does not count until that day: most likely the date is wrong.",
            DataFault.TeamWithoutSupervisor => "Countersignatures and risk meetings may be owed by nobody.",
            DataFault.StaffWithoutEmail => "They get no email.",
            DataFault.StaffWithoutEntraId => "They can’t sign in, and are not told in Teams.",
            DataFault.EntraIdTwice => "Neither can sign in.",
            _ => "",
        };
}
