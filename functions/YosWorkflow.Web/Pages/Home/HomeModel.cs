using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.Home;

/// <summary>How the service stands as of a day.</summary>
public sealed record HomeModel
{
    /// <summary>As of which day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Whether that is today.</summary>
    public required bool IsToday { get; init; }

    /// <summary>The last day that is soon.</summary>
    public required DateOnly SoonThrough { get; init; }

    /// <summary>How much there is of each urgency in all that is theirs to see.</summary>
    public required Tally Whole { get; init; }

    /// <summary>Each team with anything open, in ordinal order.</summary>
    public required Table Teams { get; init; }

    /// <summary>Which page of them is shown.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Everyone whose day can be looked at, by name.</summary>
    public required ImmutableArray<StaffMember> People { get; init; }

    /// <summary>Whether there is a caseload at all.</summary>
    public required bool HasCaseload { get; init; }

    /// <summary>Whether cases may be theirs at all.</summary>
    public required bool ShowsCases { get; init; }

    /// <summary>Whether the latest chase is theirs to see.</summary>
    public required bool ShowsLastChase { get; init; }

    /// <summary>The latest chase, or null if there was none.</summary>
    public required LastChase? LastChase { get; init; }

    internal static HomeModel Of(
        ObligationList open,
        ServiceRules rules,
        Viewer viewer,
        DateOnly today,
        LastChase? lastChase
    )
    {
        var soonThrough = rules.Calendar.Add(open.AsOf, Standing.SoonWorkingDays);
        var teams = TeamStanding.AllOf(open.Obligations, soonThrough);
        var isToday = open.AsOf == today;
        return new()
        {
            Day = open.AsOf,
            IsToday = isToday,
            SoonThrough = soonThrough,
            Whole = teams.Aggregate(default(Tally), (sum, team) => sum.Plus(team.Tally)),
            Teams = HomeTables.Teams(teams, isToday ? null : open.AsOf),
            People = open.Staff.ByName(viewer),
            HasCaseload = open.Teams.Length > 0 || open.Staff.Members.Length > 0,
            ShowsCases = viewer.MaySeeCases,
            ShowsLastChase = viewer.SeesDeliveries,
            LastChase = lastChase,
        };
    }
}

/// <summary>What the latest chase came to.</summary>
/// <param name="Day">Its day.</param>
/// <param name="PeopleTold">How many people it told.</param>
/// <param name="NotTold">How many it could not tell.</param>
/// <param name="Parked">How many of its messages are parked.</param>
/// <param name="Finished">Whether it has been through with everything.</param>
public sealed record LastChase(DateOnly Day, int PeopleTold, int NotTold, int Parked, bool Finished);
