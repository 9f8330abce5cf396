using System.Collections.Immutable;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;

namespace YosWorkflow.Web.Pages.Returns;

/// <summary>A section of a return's form.</summary>
public sealed record SectionModel
{
    /// <summary>The return.</summary>
    public required ReturnHead Head { get; init; }

    /// <summary>The section.</summary>
    public required SectionView Section { get; init; }

    /// <summary>What is typed, or saved.</summary>
    public required SectionForm Form { get; init; }

    /// <summary>Why what is typed was not saved; null if nothing stood in its way.</summary>
    public StaleEdit? Stale { get; init; }

    /// <summary>The section after it, or null if it is the last.</summary>
    public SectionProgress? Next =>
        Head.Sections.SkipWhile(one => one.SectionId != Section.SectionId).Skip(1).FirstOrDefault();

    /// <summary>What was saved meanwhile on a question, if it is not what is typed.</summary>
    public GivenAnswer? MeanwhileOn(string questionId) =>
        Stale?.Meanwhile.FirstOrDefault(given => given.QuestionId == questionId);
}

/// <summary>That a section was not saved, because the return was changed since it was opened.</summary>
/// <param name="Reason">Why not, in plain words.</param>
/// <param name="CanBeSaved">Whether it can be saved after another look.</param>
/// <param name="By">Who changed the return last, in words.</param>
/// <param name="At">When, in words.</param>
/// <param name="Meanwhile">What was saved meanwhile on questions of the section, where it is not what is typed.</param>
public sealed record StaleEdit(
    string Reason,
    bool CanBeSaved,
    string By,
    string At,
    ImmutableArray<GivenAnswer> Meanwhile
);
