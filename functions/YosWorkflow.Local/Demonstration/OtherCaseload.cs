using YosWorkflow.Services.Storage;

namespace YosWorkflow.Local.Demonstration;

/// <summary>Keeps the demonstration out of a storage that holds another caseload: made-up cases among real ones help nobody.</summary>
internal static class OtherCaseload
{
    /// <summary>Refuses if staff are known, or teams hold cases, that are not the demonstration's.</summary>
    /// <exception cref="VerbFailedException">There are some.</exception>
    public static async Task RefuseAsync(CaseloadTable caseload, CancellationToken cancellationToken)
    {
        var own = DemonstrationStaff
            .All.Select(member => member.Email)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var staff = await caseload.ReadStaffAsync(cancellationToken);
        var teams = await caseload.ReadTeamsAsync(cancellationToken);
        if (
            staff.Members.Any(member => !own.Contains(member.Email))
            || teams.Any(team => !DemonstrationStaff.Teams.Contains(team))
        )
        {
            throw new VerbFailedException(
                "The storage holds another caseload already. Run the demonstration in another directory, or with --fresh, "
                    + "which sets what is in .local aside."
            );
        }
    }
}
