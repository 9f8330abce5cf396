using YosWorkflow.Core.Chasing.Messages;

namespace YosWorkflow.Services.Delivery;

/// <summary>How letters become messages.</summary>
/// <param name="Email">As an email.</param>
/// <param name="Teams">As a Teams notification.</param>
public sealed record Wording(Func<DigestLetter, EmailMessage> Email, Func<DigestLetter, TeamsMessage> Teams)
{
    /// <summary>The service's own wording.</summary>
    public static Wording Own { get; } = new(DigestMessages.Email, DigestMessages.Teams);
}
