using System.Collections.Immutable;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;

namespace YosWorkflow.Services.Auditing;

/// <summary>A return as its reader sees it: the questions, what the record says beside them, and what is answered.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Month">The round's month, as <c>yyyy-MM</c>.</param>
/// <param name="CaseRef">The case.</param>
/// <param name="ReaderId">With whom it lies, or null.</param>
/// <param name="State">Where it is: <c>not_started</c>, <c>started</c>, <c>submitted</c> or <c>reopened</c>.</param>
/// <param name="Version">Its version, which an edit has to be based on; 0 if nothing is saved.</param>
/// <param name="DueOn">By when it is due; null if it is in, or the round is over.</param>
/// <param name="SubmittedOn">The day it was submitted, or null.</param>
/// <param name="ShareOfAll">Its score out of all that the template asks, from 0 to 1.</param>
/// <param name="ShareOfApplicable">Its score out of what applied, from 0 to 1; null if nothing did.</param>
/// <param name="Sections">The sections of the template.</param>
/// <param name="Reopenings">How often it was given back, and why.</param>
/// <param name="Comments">What was said to it.</param>
/// <param name="Actions">What is to be done because of it.</param>
public sealed record ReturnView(
    string Programme,
    string Month,
    string CaseRef,
    string? ReaderId,
    string State,
    int Version,
    DateOnly? DueOn,
    DateOnly? SubmittedOn,
    decimal ShareOfAll,
    decimal? ShareOfApplicable,
    ImmutableArray<SectionView> Sections,
    ImmutableArray<Reopening> Reopenings,
    ImmutableArray<AuditComment> Comments,
    ImmutableArray<AuditAction> Actions
);

/// <summary>A section of a return.</summary>
/// <param name="SectionId">Its identifier.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Questions">Its questions.</param>
public sealed record SectionView(string SectionId, string Title, ImmutableArray<QuestionView> Questions);

/// <summary>A question of a return.</summary>
/// <param name="QuestionId">Its identifier.</param>
/// <param name="Text">The question.</param>
/// <param name="LookFor">What to look for.</param>
/// <param name="Weight">How much it counts.</param>
/// <param name="Record">What the record says, a line each.</param>
/// <param name="Answer">The answer, or null.</param>
/// <param name="Seen">What was seen, or null.</param>
public sealed record QuestionView(
    string QuestionId,
    string Text,
    string LookFor,
    int Weight,
    ImmutableArray<string> Record,
    AuditAnswer? Answer,
    string? Seen
);
