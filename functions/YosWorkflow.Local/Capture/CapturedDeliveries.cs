using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;

namespace YosWorkflow.Local.Capture;

/// <summary>
/// Says of captured emails what SendGrid's events would say: that they were delivered. So an email whose sender was killed before
/// it could note that it went out is settled, and not sent again.
/// </summary>
internal sealed class CapturedDeliveries(
    CapturedFiles captured,
    DigestTable digests,
    ApplyDeliveryEvents apply
)
{
    private readonly HashSet<string> reported = new(StringComparer.Ordinal);

    /// <summary>Settles those of which nobody knows whether they went out.</summary>
    public Task SettleInDoubtAsync(CancellationToken cancellationToken) =>
        ReportAsync([DigestState.Sending], cancellationToken);

    /// <summary>Reports all that have been captured since the last time.</summary>
    public Task ReportAsync(CancellationToken cancellationToken) =>
        ReportAsync([DigestState.Sending, DigestState.Sent], cancellationToken);

    private async Task ReportAsync(DigestState[] states, CancellationToken cancellationToken)
    {
        var emails = captured
            .ReadAll()
            .Where(request => request.Path == SendGridMail.Path && !reported.Contains(request.Id))
            .ToArray();
        var delivered = emails.Select(EventOf).OfType<DeliveryEvent>().ToArray();
        if (delivered.Length > 0)
        {
            var since = delivered.Min(one => one.Digest.Day);
            var open = (await digests.ReadSinceAsync(since, states, cancellationToken))
                .Select(digest => digest.Key)
                .ToHashSet();
            await apply.ExecuteAsync(
                [.. delivered.Where(one => open.Contains(one.Digest))],
                cancellationToken
            );
        }

        reported.UnionWith(emails.Select(email => email.Id));
    }

    private static DeliveryEvent? EventOf(CapturedRequest request) =>
        DigestKey.TryParse(
            SendGridMail.CustomArgument(request.Body, SendGridEmails.DigestArgument),
            out var digest
        )
            ? new DeliveryEvent(digest, DeliveryEventKind.Delivered, request.At, Reason: null)
            : null;
}
