using System.Collections.Immutable;

namespace YosWorkflow.Core.Audits;

/// <summary>What an auditor is asked. A round keeps the version it began with.</summary>
/// <param name="TemplateId">Its identifier.</param>
/// <param name="Version">Its version, from 1.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Sections">Its sections, in order.</param>
public sealed record AuditTemplate(
    string TemplateId,
    int Version,
    string Title,
    ImmutableArray<AuditSection> Sections
)
{
    /// <summary>All its questions, in order.</summary>
    public IEnumerable<AuditQuestion> Questions => Sections.SelectMany(section => section.Questions);
}
