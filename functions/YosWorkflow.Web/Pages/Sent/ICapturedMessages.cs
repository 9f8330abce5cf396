using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Web.Pages.Sent;

/// <summary>What a capture server received, for the page that shows it. A host that has one registers this.</summary>
public interface ICapturedMessages
{
    /// <summary>All messages, in the order in which they came; what another took the place of is left out.</summary>
    Task<IReadOnlyList<CapturedMessage>> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>A message that a capture server received.</summary>
/// <param name="Channel">By which way it was sent.</param>
/// <param name="At">When it came.</param>
/// <param name="Address">To which email address or Entra id.</param>
/// <param name="Name">To whom, if the message says so.</param>
/// <param name="Subject">An email's subject, or what a Teams notification says.</param>
/// <param name="Text">An email's plain text, or a Teams notification's second line; empty if it has none.</param>
/// <param name="Html">An email's HTML, or null.</param>
/// <param name="Link">Where a Teams notification leads, or null.</param>
public sealed record CapturedMessage(
    Channel Channel,
    DateTimeOffset At,
    string Address,
    string? Name,
    string Subject,
    string Text,
    string? Html,
    string? Link
);
