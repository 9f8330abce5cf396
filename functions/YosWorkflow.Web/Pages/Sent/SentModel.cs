using System.Collections.Immutable;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Web.Pages.Shared;

namespace YosWorkflow.Web.Pages.Sent;

/// <summary>What the capture server received, and how it was chosen.</summary>
public sealed record SentModel
{
    /// <summary>The days to choose from, latest first.</summary>
    public required ImmutableArray<DateOnly> Days { get; init; }

    /// <summary>Those to whom something was sent, in ordinal order.</summary>
    public required ImmutableArray<string> Recipients { get; init; }

    /// <summary>The day that was chosen, or null for all.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Who was chosen, or null for everyone.</summary>
    public string? To { get; init; }

    /// <summary>The way that was chosen, or null for both.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Whether there are so many to whom something was sent that their names are looked for, not chosen from.</summary>
    public bool FindsByName { get; init; }

    /// <summary>A page of them, newest first.</summary>
    public required Paged<SentMessage> Messages { get; init; }
}

/// <summary>A message that the capture server received.</summary>
/// <param name="Channel">By which way it was sent.</param>
/// <param name="At">When it came, in the service's own time.</param>
/// <param name="To">To whom: a name where it is known, else an address or id.</param>
/// <param name="Address">The address or id it was sent to.</param>
/// <param name="Subject">An email's subject, or what a Teams notification says.</param>
/// <param name="Text">An email's plain text, or a Teams notification's second line.</param>
/// <param name="Html">An email's HTML; null for Teams.</param>
/// <param name="Link">Where a Teams notification leads; null for an email.</param>
public sealed record SentMessage(
    Channel Channel,
    DateTimeOffset At,
    string To,
    string Address,
    string Subject,
    string Text,
    string? Html,
    string? Link
);
