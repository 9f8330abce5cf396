using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Web.Pages.Shared;

namespace YosWorkflow.Web.Pages.SignIn;

/// <summary>As whom one can sign in.</summary>
/// <param name="Back">Where to go afterwards.</param>
/// <param name="Find">The part of a name or team that is looked for, or null.</param>
/// <param name="Everyone">How many are at work.</param>
/// <param name="Groups">Those of them who fit, by what they do; what nobody does is left out.</param>
/// <param name="IsAll">Whether they are all who fit; of very many only the first are shown.</param>
public sealed record SignInModel(
    string Back,
    string? Find,
    int Everyone,
    ImmutableArray<SignInGroup> Groups,
    bool IsAll
)
{
    /// <summary>How many are shown at once; of more, one looks for a name.</summary>
    public const int Most = 150;

    internal static SignInModel Of(Staff staff, string back, string? find)
    {
        var atWork = staff.ByName().Where(person => person.Active).ToArray();
        var found = atWork
            .Where(person => person.IsFoundBy(find))
            .OrderBy(person => person.Role == StaffRole.Administrator)
            .ThenByDescending(person => person.Role)
            .ToArray();
        return new(
            back,
            find,
            atWork.Length,
            [
                .. found
                    .Take(Most)
                    .GroupBy(person => person.Role)
                    .Select(group => new SignInGroup(group.Key, [.. group])),
            ],
            found.Length <= Most
        );
    }
}

/// <summary>Those who do the same.</summary>
/// <param name="Role">What they do.</param>
/// <param name="People">Them, by name.</param>
public sealed record SignInGroup(StaffRole Role, ImmutableArray<StaffMember> People);
