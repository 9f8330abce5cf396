using System.Collections.Immutable;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Web.Pages.Sent;

/// <summary>A page of what the capture server received, and how it was chosen.</summary>
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

    /// <summary>How many messages there are on all pages.</summary>
    public required int Total { get; init; }

    /// <summary>Which page it is, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>How many pages there are; at least 1.</summary>
    public required int Pages { get; init; }

    /// <summary>The messages on this page, newest first.</summary>
    public required ImmutableArray<SentMessage> Messages { get; init; }
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
