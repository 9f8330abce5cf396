#pragma warning disable MA0025 // signatures first: the bodies come with the next commits
namespace YosWorkflow.Services.Delivery;

/// <summary>Moves digests on by what SendGrid says has become of them. Events may come twice and out of order.</summary>
public sealed class ApplyDeliveryEvents
{
    /// <summary>Applies events. Those about digests that are not known are passed over.</summary>
    /// <returns>How many of them moved a digest.</returns>
    public Task<int> ExecuteAsync(
        IReadOnlyCollection<DeliveryEvent> events,
        CancellationToken cancellationToken
    ) => throw new NotImplementedException();
}
