using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Services.Auditing;

/// <summary>Who may do what in an audit, as the staff list stands.</summary>
internal static class RoundPeople
{
    /// <summary>Why somebody does not lead an audit; null if they do. Who answers for the service may do what the lead may.</summary>
    public static string? WhyNotLead(Staff staff, string byId, AuditProgramme programme) =>
        WhyNotAtWork(staff, byId)
        ?? (
            staff.Find(byId)!.Role is var role && (role == programme.LedBy || role == StaffRole.HeadOfService)
                ? null
                : $"'{byId}' does not lead this audit."
        );

    /// <summary>Why somebody can't speak for a case; null if they manage or supervise it, or stand in for who does.</summary>
    public static string? WhyNotOfCase(Staff staff, string byId, SampledCase item) =>
        WhyNotAtWork(staff, byId)
        ?? (
            Speak(staff, item).Contains(byId, StringComparer.Ordinal)
                ? null
                : $"'{byId}' neither manages nor supervises case {item.CaseRef}."
        );

    /// <summary>Why somebody is not there to do anything; null if they are.</summary>
    public static string? WhyNotAtWork(Staff staff, string byId) =>
        staff.Find(byId) switch
        {
            null => $"'{byId}' is not in the staff list.",
            { Active: false } => $"'{byId}' is not at work.",
            _ => null,
        };

    private static IEnumerable<string> Speak(Staff staff, SampledCase item)
    {
        foreach (var staffId in new[] { item.CaseManagerId, item.PracticeSupervisorId })
        {
            if (staffId is not null)
            {
                yield return staffId;
                if (staff.Find(staffId) is { } member && staff.Receiving(member) is { } standIn)
                {
                    yield return standIn.StaffId;
                }
            }
        }
    }
}
