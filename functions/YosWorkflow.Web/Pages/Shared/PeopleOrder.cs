using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Web.Pages.Shared;

/// <summary>The order in which pages list people.</summary>
internal static class PeopleOrder
{
    /// <summary>Everyone by name, and then by id.</summary>
    public static ImmutableArray<StaffMember> ByName(this Staff staff) => staff.ByName(Viewer.OfEverything);

    /// <summary>Everyone whose day somebody may open, by name, and then by id.</summary>
    public static ImmutableArray<StaffMember> ByName(this Staff staff, Viewer viewer) =>
        [
            .. staff
                .Members.Where(viewer.SeesDayOf)
                .OrderBy(person => person.Name, StringComparer.Ordinal)
                .ThenBy(person => person.StaffId, StringComparer.Ordinal),
        ];

    /// <summary>Whether a part of a name or a team, as somebody types it, is of a person; without one, everybody is found.</summary>
    public static bool IsFoundBy(this StaffMember person, string? part) =>
        string.IsNullOrWhiteSpace(part)
        || person.Name.Contains(part.Trim(), StringComparison.OrdinalIgnoreCase)
        || person.Team?.Contains(part.Trim(), StringComparison.OrdinalIgnoreCase) == true
        || person.StaffId.Equals(part.Trim(), StringComparison.OrdinalIgnoreCase);
}
