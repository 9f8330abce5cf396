using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Web.Pages.Shared;

namespace YosWorkflow.Web.Pages.MyDay;

/// <summary>Who there is to choose from, where it is not known whose day to show.</summary>
/// <param name="Unknown">The id that nobody has, or null if none was given.</param>
/// <param name="Find">The part of a name or team that is looked for, or null.</param>
/// <param name="People">Everyone, by name.</param>
/// <param name="Found">A page of those among them who fit.</param>
public sealed record WhoseDayModel(
    string? Unknown,
    string? Find,
    ImmutableArray<StaffMember> People,
    Paged<StaffMember> Found
)
{
    private const int OnPage = 120;

    internal static WhoseDayModel Of(
        string? unknown,
        string? find,
        int page,
        ImmutableArray<StaffMember> people
    ) =>
        new(
            unknown,
            find,
            people,
            Paged<StaffMember>.Of([.. people.Where(person => person.IsFoundBy(find))], page, OnPage)
        );
}
