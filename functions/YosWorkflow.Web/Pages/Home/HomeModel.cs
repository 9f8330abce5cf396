using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Web.Pages.Shared;

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
    public required ImmutableArray<TeamStanding> Teams { get; init; }

    /// <summary>Everyone whose day can be looked at, by name.</summary>
    public required ImmutableArray<StaffMember> People { get; init; }

    /// <summary>Whether there is a caseload at all.</summary>
    public required bool HasCaseload { get; init; }

    /// <summary>Whether the latest chase is theirs to see.</summary>
    public required bool ShowsLastChase { get; init; }

    /// <summary>The latest chase, or null if there was none.</summary>
    public required LastChase? LastChase { get; init; }

    /// <summary>Gathers what the page shows to somebody.</summary>
    public static HomeModel Of(
        Standing standing,
        Viewer viewer,
        bool isToday,
        bool hasCaseload,
        LastChase? lastChase
    ) =>
        new()
        {
            Day = standing.Day,
            IsToday = isToday,
            SoonThrough = standing.SoonThrough,
            Whole = standing.Count(standing.Open),
            Teams =
            [
                .. standing
                    .Open.GroupBy(item => item.Obligation.Case.Team, StringComparer.Ordinal)
                    .OrderBy(team => team.Key, StringComparer.Ordinal)
                    .Select(team => TeamStanding.Of(team, standing)),
            ],
            People = standing.Staff.ByName(viewer),
            HasCaseload = hasCaseload,
            ShowsLastChase = viewer.SeesDeliveries,
            LastChase = lastChase,
        };
}

/// <summary>How a team stands.</summary>
/// <param name="Team">The team.</param>
/// <param name="OpenCases">On how many of its cases anything is open.</param>
/// <param name="Tally">How much there is of each urgency.</param>
/// <param name="LongestLate">By how many working days the longest overdue item is late; 0 if none is.</param>
public sealed record TeamStanding(string Team, int OpenCases, Tally Tally, int LongestLate)
{
    internal static TeamStanding Of(IGrouping<string, OwedItem> items, Standing standing) =>
        new(
            items.Key,
            items.Select(item => item.Obligation.Case.CaseRef).Distinct(StringComparer.Ordinal).Count(),
            standing.Count(items),
            items.Max(item => item.Obligation.WorkingDaysOverdue)
        );
}

/// <summary>What the latest chase came to.</summary>
/// <param name="Day">Its day.</param>
/// <param name="PeopleTold">How many people it told.</param>
/// <param name="NotTold">How many it could not tell.</param>
/// <param name="Parked">How many of its messages are parked.</param>
/// <param name="Finished">Whether it has been through with everything.</param>
public sealed record LastChase(DateOnly Day, int PeopleTold, int NotTold, int Parked, bool Finished);
