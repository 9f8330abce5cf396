using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;

namespace YosWorkflow.Web.Pages.Returns;

/// <summary>A section as it was saved, for the page's script.</summary>
/// <param name="Version">The version of the return, which the next edit is based on.</param>
/// <param name="Saved">When it was last changed, in words.</param>
/// <param name="Sections">How far each section is, in words.</param>
internal sealed record SavedSection(int Version, string Saved, IReadOnlyDictionary<string, string> Sections)
{
    public static SavedSection Of(AuditTemplate template, AuditReturn kept, string saved)
    {
        var answered = kept.ToAnswers().Select(one => one.QuestionId).ToHashSet(StringComparer.Ordinal);
        return new SavedSection(
            kept.Version,
            saved,
            template.Sections.ToDictionary(
                section => section.SectionId,
                section =>
                    new SectionProgress(
                        section.SectionId,
                        0,
                        section.Title,
                        section.Questions.Count(question => answered.Contains(question.QuestionId)),
                        section.Questions.Length
                    ).Words,
                StringComparer.Ordinal
            )
        );
    }
}
