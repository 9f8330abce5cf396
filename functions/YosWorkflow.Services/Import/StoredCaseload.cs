using Azure;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Import;

/// <summary>A member of staff on the version that was read; no version for one who is not stored yet.</summary>
internal sealed record StoredMember(StaffMember Member, ETag ETag);

/// <summary>A team on the version that was read; no version for one that is not stored yet.</summary>
internal sealed record StoredTeam(TeamOfCases Team, ETag ETag);

/// <summary>What is known before an import, with the versions that were read.</summary>
/// <param name="Staff">The staff, by id.</param>
/// <param name="Teams">The teams, by name.</param>
/// <param name="Cases">The cases, by reference.</param>
/// <param name="Unplaced">Milestones without a case, by the case's reference.</param>
internal sealed record StoredCaseload(
    IReadOnlyDictionary<string, StoredMember> Staff,
    IReadOnlyDictionary<string, StoredTeam> Teams,
    IReadOnlyDictionary<string, StoredCase> Cases,
    IReadOnlyDictionary<string, UnplacedMilestones> Unplaced
);
