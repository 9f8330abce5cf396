namespace YosWorkflow.Services.Delivery;

/// <summary>A provider gave no answer to a request.</summary>
internal sealed class UnansweredException : Exception
{
    public UnansweredException() { }

    public UnansweredException(string message)
        : base(message) { }

    public UnansweredException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Whether it is sure that nothing of the message went out, so that trying again can't double it.</summary>
    public bool NothingSent { get; init; }

    /// <summary>What it comes to.</summary>
    public SendOutcome Outcome =>
        NothingSent ? new SendOutcome.TryLater(Message, null) : new SendOutcome.Unsure(Message);
}
