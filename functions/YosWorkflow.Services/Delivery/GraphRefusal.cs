using System.Text.Json;

namespace YosWorkflow.Services.Delivery;

/// <summary>What Graph's refusals of a notification mean. Its 403s have one code, so its words have to tell them apart.</summary>
internal static class GraphRefusal
{
    // As Graph says it: "Application with AAD App Id … is not authorized to generate custom text notifications about … to the
    // recipient. Ensure that the expected Teams app is installed in the target scope (user, team, or chat)."
    private static readonly string[] NotInstalled =
    [
        "is not authorized to generate custom text notifications",
        "the expected Teams app is installed",
    ];

    /// <summary>The refusal that an answer of 4xx is.</summary>
    public static SendOutcome.Refused Of(ProviderAnswer answer)
    {
        var said = answer.Said(Message) ?? "";
        return answer.Status switch
        {
            403 when NotInstalled.Any(words => said.Contains(words, StringComparison.OrdinalIgnoreCase)) =>
                new("Our Teams app is not installed for this person.", RefusalCause.TeamsAppNotInstalled),
            // "Missing role permissions on the request. API requires one of 'TeamsActivity.Send, …'", and whatever else Graph may
            // come to say: nobody is to go untold for it, and an administrator is to hear of it.
            403 => new(
                "Graph does not let our app notify people in Teams (403): an administrator has to grant TeamsActivity.Send. "
                    + $"Where consent is given by our Teams app, it may not be installed for this person. {PlainReason.Of(said)}".TrimEnd(),
                RefusalCause.TeamsPermissionMissing
            ),
            401 => new("Graph refused our token (401).", RefusalCause.Rejected),
            404 => new("Graph does not know this person's Entra id (404).", RefusalCause.Rejected),
            _ => new(
                $"Graph refused the notification ({answer.Status}). {PlainReason.Of(said)}".TrimEnd(),
                RefusalCause.Rejected
            ),
        };
    }

    private static string? Message(JsonElement body) =>
        body.GetProperty("error").GetProperty("message").GetString();
}
