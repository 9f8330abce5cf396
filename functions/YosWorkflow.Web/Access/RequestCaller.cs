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
    /// has to name somebody. An error is noted if the field says otherwise.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="fields">Its fields.</param>
    /// <param name="field">The field that names somebody.</param>
    /// <param name="longest">How long a name may be, in characters.</param>
    /// <param name="developerMayLeaveOut">Whether at a developer's machine it may be left out; the answer is empty then.</param>
    public static string ActsFor(
        this HttpRequest request,
        RequestFields fields,
        string field,
        int longest,
        bool developerMayLeaveOut = false
    )
    {
        switch (request.SentBy())
        {
            case Caller.Person { Member.StaffId: var own }:
                if (fields.Text(field, longest) is { } named && named != own)
                {
                    fields.Refuse(field, $"You are signed in as '{own}': leave it out.");
                }

                return own;
            case Caller.Developer when developerMayLeaveOut:
                return fields.Text(field, longest) ?? "";
            default:
                return fields.RequiredText(field, longest);
        }
    }

    private sealed record Found(Caller Caller);
}
