using System.Collections.Immutable;

namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>What an email says, before it is laid out as plain text or HTML. Nothing in it is encoded yet.</summary>
internal sealed record Digest
{
    /// <summary>The essence in a few words, such as <c>3 overdue, 2 due today</c>.</summary>
    public required string Headline { get; init; }

    /// <summary>The most serious item in a sentence: what a mail client shows beside the subject.</summary>
    public required string Preview { get; init; }

    /// <summary>The service's name.</summary>
    public required string ServiceName { get; init; }

    /// <summary>For whom and for which day it is.</summary>
    public required string For { get; init; }

    /// <summary>That the reader stands in for others, or null.</summary>
    public required string? StandsIn { get; init; }

    /// <summary>What the link is called.</summary>
    public required string LinkText { get; init; }

    /// <summary>Where all of it is.</summary>
    public required string Link { get; init; }

    /// <summary>What is told.</summary>
    public required ImmutableArray<DigestPart> Parts { get; init; }

    /// <summary>What is good to know, in small print.</summary>
    public required ImmutableArray<string> Footnotes { get; init; }
}

/// <summary>A part of a digest.</summary>
/// <param name="Heading">What it is about, or null where its sections say that themselves.</param>
/// <param name="Advice">What to do about it, or null.</param>
/// <param name="Sections">Its sections.</param>
/// <param name="More">How many are in no section, as a clause such as <c>and 34 more</c>, or null.</param>
/// <param name="MoreFrom">From whom those are, or null.</param>
internal sealed record DigestPart(
    string? Heading,
    string? Advice,
    ImmutableArray<DigestSection> Sections,
    string? More = null,
    string? MoreFrom = null
);

/// <summary>Items under one heading.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Note">What holds of all of them, or null.</param>
/// <param name="Lines">Those that are shown.</param>
/// <param name="More">How many are not shown, as a clause such as <c>and 34 more</c>, or null.</param>
internal sealed record DigestSection(
    string Heading,
    string? Note,
    ImmutableArray<DigestLine> Lines,
    string? More
);

/// <summary>An item, or anything else that is told in a line.</summary>
/// <param name="What">What is owed, or what to do.</param>
/// <param name="Case">On which case, or null.</param>
/// <param name="When">By when, or null.</param>
/// <param name="Stress">How late it is, or that this is the last moment; null if there is no such thing to say.</param>
/// <param name="Urgency">How urgent it is; shown as a colour besides.</param>
/// <param name="Link">Where its own line is, or null.</param>
internal sealed record DigestLine(
    string What,
    string? Case,
    string? When,
    string? Stress,
    Urgency Urgency,
    string? Link = null
);
