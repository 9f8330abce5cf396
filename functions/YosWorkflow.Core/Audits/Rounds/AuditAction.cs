using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>Something that is to be done because of an audit. It is chased until it is done, beyond the end of the round.</summary>
/// <param name="ActionId">Its identifier, unique on its case.</param>
/// <param name="QuestionId">The question it arose from, or null.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="OwnerId">Who is to do it.</param>
/// <param name="DueOn">By when.</param>
/// <param name="AddedById">Who asked for it.</param>
/// <param name="AddedOn">When.</param>
/// <param name="DoneOn">The day it was done, or null.</param>
/// <param name="DoneById">Who said so, or null.</param>
/// <param name="DoneNote">What was done, or null.</param>
public sealed record AuditAction(
    string ActionId,
    string? QuestionId,
    string Text,
    string OwnerId,
    DateOnly DueOn,
    string AddedById,
    DateOnly AddedOn,
    DateOnly? DoneOn = null,
    string? DoneById = null,
    string? DoneNote = null
)
{
    /// <summary>Whether it is still to be done.</summary>
    [JsonIgnore]
    public bool IsOpen => DoneOn is null;
}
