using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Web.Reading;

namespace YosWorkflow.Web.Access;

/// <summary>Who sends a request, as it was found out before its handler was called.</summary>
internal static class RequestCaller
{
    private static readonly Caller Unknown = new Caller.Nobody();

    /// <summary>Who sends a request; nobody where a route does not ask.</summary>
    public static Caller SentBy(this HttpRequest request) =>
        request.HttpContext.Features.Get<Found>()?.Caller ?? Unknown;

    /// <summary>What of the service is theirs.</summary>
    public static Viewer Viewer(this HttpRequest request) => request.SentBy().Viewer;

    /// <summary>Notes who sends a request.</summary>
    public static void IsBy(this HttpRequest request, Caller caller) =>
        request.HttpContext.Features.Set(new Found(caller));

    /// <summary>
    /// In whose name something is done: the signed-in person's, and nobody else's; of a program whoever it names in a field, and it
    /// has to name somebody. Empty, with an error noted, if the field says otherwise; empty where a developer leaves it out.
    /// </summary>
    public static string ActsFor(this HttpRequest request, RequestFields fields, string field, int longest)
    {
        switch (request.SentBy())
        {
            case Caller.Person { Member.StaffId: var own }:
                if (fields.Text(field, longest) is { } named && named != own)
                {
                    fields.Refuse(field, $"You are signed in as '{own}': leave it out.");
                }

                return own;
            case Caller.Developer:
                return fields.Text(field, longest) ?? "";
            default:
                return fields.RequiredText(field, longest);
        }
    }

    private sealed record Found(Caller Caller);
}
