using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Web.Pages.Shared;

namespace YosWorkflow.Web.Pages.Returns;

/// <summary>Where the pages of a case's audit are.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="CaseRef">The case.</param>
/// <param name="IsSecond">Whether it is the second check's return.</param>
public sealed record CaseAuditAddress(RoundId RoundId, string CaseRef, bool IsSecond)
{
    internal const string ViewField = "view";
    internal const string ContentsView = "contents";
    internal const string SectionField = "section";
    internal const string DoneField = "done";
    internal const string QuestionField = "question";

    private string Case => $"{Round}/{Uri.EscapeDataString(CaseRef)}";

    /// <summary>The round.</summary>
    public string Round => $"/audits/{RoundId}";

    /// <summary>The return.</summary>
    public string Return => IsSecond ? Case + "/second-check" : Case;

    /// <summary>The answers before they go in, and where they are sent to go in.</summary>
    public string Check => Return + "/check";

    /// <summary>The two readings side by side.</summary>
    public string Both => Case + "/both";

    /// <summary>Where the return is given back.</summary>
    public string Reopenings => Case + "/reopenings";

    /// <summary>Where a comment is sent.</summary>
    public string Comments => Case + "/comments";

    /// <summary>The first reading's pages.</summary>
    public CaseAuditAddress First => this with { IsSecond = false };

    /// <summary>The second reading's pages.</summary>
    public CaseAuditAddress Second => this with { IsSecond = true };

    /// <summary>The list of the return's sections.</summary>
    /// <param name="saved">Whether it says that what was typed is saved.</param>
    public string Contents(bool saved = false) =>
        Addresses.With(Return, (ViewField, ContentsView), (DoneField, saved ? "saved" : null));

    /// <summary>A section of the form, at one of its fields or questions.</summary>
    public string Section(string sectionId, string? fieldId = null) =>
        Addresses.With(Return, (SectionField, sectionId)) + (fieldId is null ? "" : "#" + fieldId);

    /// <summary>The return, with what has just been done.</summary>
    public string Done(string what) => Addresses.With(Return, (DoneField, what));

    /// <summary>One of its tables as a file.</summary>
    public string Csv(string tableId) => Addresses.With(Return, (Tables.CsvFile.Field, tableId));

    /// <summary>Where an action is asked for, because of a question if there is one.</summary>
    public string Actions(string? questionId = null) =>
        Addresses.With(Case + "/actions", (QuestionField, questionId));

    /// <summary>Where it is said that an action is done.</summary>
    public string Completion(string actionId, bool done = false) =>
        Addresses.With(
            $"{Case}/actions/{Uri.EscapeDataString(actionId)}/completion",
            (DoneField, done ? "completed" : null)
        );
}
