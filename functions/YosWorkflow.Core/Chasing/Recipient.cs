using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Chasing;

/// <summary>Whether a person can be told, and why not.</summary>
public static class Recipient
{
    /// <summary>Why a person can't be told by a way as the staff list stands, in words for an administrator; null if they can.</summary>
    public static string? WhyNot(Staff staff, string personId, Channel channel) =>
        staff.Find(personId) switch
        {
            null when Codes<Audience>.TryRead(personId, out var audience) =>
                $"Nobody in the staff list is {Codes<Audience>.Of(audience).Replace('_', ' ')}.",
            null => "Not in the staff list.",
            { Active: false } => "Not at work, and nobody covers.",
            { EntraId: null } when channel == Channel.Teams => "No Entra id in the staff list.",
            { Email: "" } when channel == Channel.Email => "No email address in the staff list.",
            _ => null,
        };
}
