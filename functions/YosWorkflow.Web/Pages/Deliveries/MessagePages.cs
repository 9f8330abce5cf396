using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Forms;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.SignIn;

namespace YosWorkflow.Web.Pages.Deliveries;

/// <summary>Shows a message, for the routes that do.</summary>
public sealed class MessagePages(
    DigestTable digests,
    CaseloadTable caseload,
    DigestLetters letters,
    Site site
)
{
    /// <summary>The page of a message; that there is none if so.</summary>
    internal async Task<IResult> RenderAsync(
        HttpRequest request,
        DigestKey key,
        string? note,
        FieldError? error,
        CancellationToken cancellationToken
    )
    {
        if (await digests.FindAsync(key, cancellationToken) is not { } digest)
        {
            return Nothing();
        }

        var staff = await request.StaffAsync(caseload, cancellationToken);
        var isEmail = key.Channel == Channel.Email;
        if (isEmail)
        {
            SecurityHeaders.AllowEmails(request.HttpContext.Response);
        }

        return await Page.RenderAsync<MessagePage>(
            request,
            new MessageModel
            {
                Digest = digest,
                Name = staff.Find(key.PersonId)?.Name ?? key.PersonId,
                Changed = site.Moment(digest.ChangedAt),
                Email = isEmail ? letters.Email(digest, staff) : null,
                Teams = isEmail ? null : letters.Teams(digest, staff),
                MayAct = request.Viewer().RunsTheSoftware,
                Done = error is null ? DoneOf(request, digest) : null,
                Note = note ?? "",
                Errors = error is null ? [] : [error],
            },
            error is null ? StatusCodes.Status200OK : ProblemKind.InvalidFields.Status
        );
    }

    /// <summary>The answer for a message that does not exist.</summary>
    internal static IResult Nothing() => Problem.NotFound("There is no such message.");

    /// <summary>The answer to something that was to be done about a parked message.</summary>
    internal static IResult AnswerTo(ParkedOutcome outcome, DigestKey key, string done) =>
        outcome switch
        {
            ParkedOutcome.Done => new SeeOther(MessageAddress.Of(key, done: done)),
            ParkedOutcome.Unknown => Nothing(),
            _ => Problem.Result(
                ProblemKind.Conflict,
                "The message is not parked, or not any more. Somebody else may have seen to it."
            ),
        };

    // The address can say anything; it is believed only if the message says so too.
    private static string? DoneOf(HttpRequest request, StoredDigest digest) =>
        ((string?)request.Query[MessageAddress.DoneField], digest) switch
        {
            ("retry", { RetriedAt: not null }) => "It will be tried again within a few minutes.",
            ("give-up", { State: DigestState.Cancelled }) => "It is given up, and your note is kept with it.",
            _ => null,
        };
}
