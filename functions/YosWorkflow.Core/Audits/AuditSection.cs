using System.Collections.Immutable;

namespace YosWorkflow.Core.Audits;

/// <summary>A section of an audit template.</summary>
/// <param name="SectionId">Its identifier.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Questions">Its questions, in order.</param>
public sealed record AuditSection(string SectionId, string Title, ImmutableArray<AuditQuestion> Questions);
