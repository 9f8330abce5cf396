using System.Collections.Immutable;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Web.ApiDocs;
using YosWorkflow.Web.Problems;

namespace YosWorkflow.Web.Routes.Webhooks;

/// <summary>The route of delivery events, described.</summary>
internal static class WebhookOperations
{
    public static ImmutableArray<ApiOperation> All { get; } =
    [
        new(typeof(SendGridEventsRoute), "takeDeliveryEvents", "Take SendGrid's delivery events")
        {
            Text =
                "For SendGrid's signed event webhook only. Nothing is looked into before the signature over the very bytes is verified; "
                + "an event that comes twice changes nothing.",
            Headers =
            [
                ApiField.OfText(
                    SendGridWebhook.SignatureHeader,
                    500,
                    "The signature, ECDSA over time and body."
                ) with
                {
                    IsRequired = true,
                },
                ApiField.OfText(SendGridWebhook.TimestampHeader, 50, "When it was signed.") with
                {
                    IsRequired = true,
                },
            ],
            Body = new(
                "application/json",
                [
                    ApiField.OfText("event", 50, "What happened.") with
                    {
                        IsRequired = true,
                    },
                    ApiField.OfWhole("timestamp", 0, null, "When, in seconds of Unix time."),
                ]
            )
            {
                IsOpenList = true,
            },
            Answers = [new(204, "They are taken.")],
            Problems = [ProblemKind.UnreadableBody, ProblemKind.Unverified, ProblemKind.TooLarge],
        },
    ];
}
