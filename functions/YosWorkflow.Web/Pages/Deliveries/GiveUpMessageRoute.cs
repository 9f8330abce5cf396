using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Forms;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Deliveries;

/// <summary>Gives a parked message up, with a <c>note</c> that is kept.</summary>
public sealed class GiveUpMessageRoute(ParkedDigests parked, MessagePages pages) : IRouteHandler
{
    private const string Note = "note";
    private const int LongestNote = 300;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (MessageAddress.Read(request) is not { } key)
        {
            return MessagePages.Nothing();
        }

        var (fields, refusal) = await FormBody.ReadAsync(request, [Note], cancellationToken);
        if (fields is null)
        {
            return refusal!;
        }

        var note = fields.Text(Note, int.MaxValue) ?? "";
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        var wrong =
            note.Length == 0 ? "Enter why you give it up, or how the person was told"
            : note.Length > LongestNote ? "The note must be 300 characters or fewer"
            : null;
        if (wrong is not null)
        {
            return await pages.RenderAsync(
                request,
                key,
                note,
                new FieldError(Note, wrong),
                cancellationToken
            );
        }

        var by = request.SentBy() is Caller.Person person ? person.Member.StaffId : "";
        return MessagePages.AnswerTo(
            await parked.GiveUpAsync(key, by, note, cancellationToken),
            key,
            "give-up"
        );
    }
}
