namespace YosWorkflow.Core.Caseload;

/// <summary>Someone who works for the service.</summary>
/// <param name="StaffId">The service's own identifier, compared ordinally.</param>
/// <param name="Name">Their name, for colleagues to read.</param>
/// <param name="Email">Their work address.</param>
/// <param name="EntraId">Their Microsoft Entra object id, or null: they can't be told in Teams then.</param>
/// <param name="Role">What they do.</param>
/// <param name="Team">Their team, or null for those above teams.</param>
/// <param name="LineManagerId">Who manages them, or null.</param>
/// <param name="Active">Whether they are at work. While not, <paramref name="CoveredById"/> gets what is meant for them.</param>
/// <param name="CoveredById">Who covers for them, or null: their line manager does.</param>
/// <param name="CanAudit">Whether they may audit their peers' cases.</param>
public sealed record StaffMember(
    string StaffId,
    string Name,
    string Email,
    string? EntraId,
    StaffRole Role,
    string? Team,
    string? LineManagerId,
    bool Active,
    string? CoveredById,
    bool CanAudit
);
