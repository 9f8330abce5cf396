using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Routes.Webhooks;

/// <summary>
/// Takes SendGrid's delivery events. Nothing of a request is looked into before its signature over the very bytes is verified.
/// SendGrid sends again what is not answered with 2xx, so an event that changes nothing is still answered so.
/// </summary>
public sealed class SendGridEventsRoute(SendGridWebhook webhook, ApplyDeliveryEvents apply) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body =
            request.ContentLength > SendGridWebhook.MostBytes
                ? null
                : await LimitedBody.ReadAsync(request.Body, SendGridWebhook.MostBytes, cancellationToken);
        if (body is null)
        {
            return LimitedBody.TooLarge(SendGridWebhook.MostBytes);
        }

        var signature = request.Headers[SendGridWebhook.SignatureHeader];
        var timestamp = request.Headers[SendGridWebhook.TimestampHeader];
        if (!webhook.IsSigned(signature, timestamp, body))
        {
            return Problem.Result(
                ProblemKind.Unverified,
                "The request is not signed, or not with the key that is set, or was signed too long ago."
            );
        }

        try
        {
            await apply.ExecuteAsync(SendGridWebhook.Read(body), cancellationToken);
        }
        catch (FormatException error)
        {
            return Problem.Result(ProblemKind.UnreadableBody, error.Message);
        }

        return Results.NoContent();
    }
}
