namespace YosWorkflow.Services.Delivery;

/// <summary>What came of trying to send a message.</summary>
public abstract record SendOutcome
{
    private SendOutcome() { }

    /// <summary>The provider accepted it.</summary>
    /// <param name="ProviderId">The provider's id for it, or null.</param>
    public sealed record Accepted(string? ProviderId) : SendOutcome;

    /// <summary>It did not go out, and may do so later (429, 5xx, no connection).</summary>
    /// <param name="Reason">What the provider said.</param>
    /// <param name="After">How long it asked us to wait, or null.</param>
    public sealed record TryLater(string Reason, TimeSpan? After) : SendOutcome;

    /// <summary>Nobody knows whether it went out: the connection broke, or the answer did not come in time.</summary>
    /// <param name="Reason">What happened.</param>
    public sealed record Unsure(string Reason) : SendOutcome;

    /// <summary>It can't be sent as it is (4xx): it is parked.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Cause">Which of the causes that are told apart.</param>
    public sealed record Refused(string Reason, RefusalCause Cause) : SendOutcome;
}
