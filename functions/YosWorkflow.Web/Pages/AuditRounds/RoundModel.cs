using System.Collections.Immutable;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Web.Pages.Audits;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.AuditRounds;

/// <summary>How a round stands, for who leads it or answers for the service.</summary>
public sealed record RoundModel
{
    private const int CasesOnPage = 25;

    /// <summary>The round.</summary>
    public required AuditRound Round { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When it was drawn, in words.</summary>
    public string DrawnAt { get; init; } = "";

    /// <summary>Whether it has just been asked for.</summary>
    public bool IsBegun { get; init; }

    /// <summary>How many returns are in.</summary>
    public required int In { get; init; }

    /// <summary>How many are late.</summary>
    public required int Late { get; init; }

    /// <summary>How many actions are open.</summary>
    public required int OpenActions { get; init; }

    /// <summary>How far it is.</summary>
    public required Table Progress { get; init; }

    /// <summary>The cases, what is late first.</summary>
    public required Table Cases { get; init; }

    /// <summary>Which page of the cases it is, from 1.</summary>
    public int CasesPage { get; init; } = 1;

    /// <summary>Who audits how many.</summary>
    public required Table Auditors { get; init; }

    /// <summary>The cases that nobody audits, and why.</summary>
    public required Table Nobody { get; init; }

    /// <summary>The strata.</summary>
    public required Table Strata { get; init; }

    /// <summary>What was missing when it was closed.</summary>
    public required Table Missing { get; init; }

    /// <summary>Every table of the page.</summary>
    public Table[] Tables => [Progress, Cases, Auditors, Nobody, Strata, Missing];

    internal string Name => AuditWording.NameOf(Round);

    internal Paged<ImmutableArray<Cell>> CasesShown =>
        Paged<ImmutableArray<Cell>>.Of(Cases.Rows, CasesPage, CasesOnPage);

    internal static RoundModel Of(
        RoundStanding standing,
        Staff staff,
        WorkingDayCalendar calendar,
        DateOnly today
    )
    {
        var tables = new RoundTables(standing, staff, calendar, today);
        return new RoundModel
        {
            Round = standing.Round,
            Day = today,
            In = standing.Cases.Count(item => item.IsIn),
            Late = tables.LateReturns,
            OpenActions = standing.Cases.Sum(item => item.Actions.Count(action => action.IsOpen)),
            Progress = tables.Progress(),
            Cases = tables.Cases(),
            Auditors = tables.Auditors(),
            Nobody = tables.Nobody(),
            Strata = StratumTable.Of(standing.Round.Strata),
            Missing = tables.Missing(),
        };
    }
}
