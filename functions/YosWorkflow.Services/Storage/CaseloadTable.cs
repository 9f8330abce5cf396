#pragma warning disable MA0025, MA0150, CS9113 // signatures first: the bodies come with the next commits
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Services.Storage;

/// <summary>The caseload in Table Storage: staff, teams, and cases with their milestones packed inside.</summary>
public sealed class CaseloadTable(TableStorage storage)
{
    /// <summary>The staff list: one query.</summary>
    public Task<Staff> ReadStaffAsync(CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>The teams that hold a case, in ordinal order: one query.</summary>
    public Task<IReadOnlyList<string>> ReadTeamsAsync(CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>A team's cases, in ordinal order of their references: one partition query, a thousand cases a page.</summary>
    /// <param name="team">The team.</param>
    /// <param name="openOn">Only those that can have anything open on this day or later; null: all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public IAsyncEnumerable<IReadOnlyList<Case>> ReadTeamAsync(
        string team,
        DateOnly? openOn,
        CancellationToken cancellationToken
    ) => throw new NotImplementedException();

    /// <summary>The case with this reference, or null: one point read for each team.</summary>
    public Task<Case?> FindCaseAsync(string caseRef, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
