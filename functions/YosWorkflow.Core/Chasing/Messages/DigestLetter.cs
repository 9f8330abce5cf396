using System.Collections.Immutable;

namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>What a digest is written from.</summary>
public sealed record DigestLetter
{
    /// <summary>The day of the chase.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Who is told: their staff id, which is part of the link.</summary>
    public required string PersonId { get; init; }

    /// <summary>Who is told: their name.</summary>
    public required string PersonName { get; init; }

    /// <summary>The service's name.</summary>
    public required string ServiceName { get; init; }

    /// <summary>Where the service's pages are, without a slash at the end.</summary>
    public required string PublicUrl { get; init; }

    /// <summary>What is told, most serious first.</summary>
    public required ImmutableArray<NoticeItem> Items { get; init; }

    /// <summary>For an administrator: what could not be delivered, a line each. Empty otherwise.</summary>
    public ImmutableArray<string> Undelivered { get; init; } = [];

    /// <summary>How what is owed under a rule is worded.</summary>
    public required Func<string, DutyWords> Words { get; init; }

    /// <summary>A member of staff's name by their id; the id itself if they are not in the staff list.</summary>
    public required Func<string, string> NameOf { get; init; }
}
