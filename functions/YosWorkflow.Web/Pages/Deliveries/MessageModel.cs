using System.Collections.Immutable;
using YosWorkflow.Core.Chasing.Messages;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Web.Pages.Forms;

namespace YosWorkflow.Web.Pages.Deliveries;

/// <summary>A message, where it is on its way, and how it looks.</summary>
public sealed record MessageModel
{
    /// <summary>The message.</summary>
    public required StoredDigest Digest { get; init; }

    /// <summary>To whom, in words.</summary>
    public required string Name { get; init; }

    /// <summary>When its state last changed, in words.</summary>
    public required string Changed { get; init; }

    /// <summary>The email, if it is one.</summary>
    public EmailMessage? Email { get; init; }

    /// <summary>The Teams notification, if it is one.</summary>
    public TeamsMessage? Teams { get; init; }

    /// <summary>Whether the reader may do something about it while it is parked.</summary>
    public required bool MayAct { get; init; }

    /// <summary>What has just been done about it, in words; null if nothing.</summary>
    public string? Done { get; init; }

    /// <summary>The note as it was typed.</summary>
    public string Note { get; init; } = "";

    /// <summary>What is wrong with the note.</summary>
    public ImmutableArray<FieldError> Errors { get; init; } = [];
}
