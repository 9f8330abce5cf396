using System.Collections.Immutable;
using System.Globalization;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Rendering;

namespace YosWorkflow.Web.Pages.Returns;

/// <summary>What the pages of a return have in common: what it is, with whom, how far.</summary>
public sealed record ReturnHead
{
    /// <summary>Where its pages are.</summary>
    public required CaseAuditAddress Address { get; init; }

    /// <summary>The round in words, such as <c>Golden thread audit, October 2011</c>.</summary>
    public required string Round { get; init; }

    /// <summary>With whom the reading lies, in words.</summary>
    public required string ReaderName { get; init; }

    /// <summary>The return with its questions.</summary>
    public required ReturnView View { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>When it was last changed, in words; null if nothing is saved.</summary>
    public string? Saved { get; init; }

    /// <summary>How often it was given back, and why, the latest first.</summary>
    public ImmutableArray<GivenBack> Reopenings { get; init; } = [];

    /// <summary>How far its sections are.</summary>
    public ImmutableArray<SectionProgress> Sections =>
        [.. View.Sections.Select((section, at) => SectionProgress.Of(section, at + 1))];

    /// <summary>How many questions are answered.</summary>
    public int Answered => Sections.Sum(section => section.Answered);

    /// <summary>How many questions there are.</summary>
    public int Questions => Sections.Sum(section => section.Questions);

    /// <summary>What the page is about, such as <c>Audit of case K1</c>.</summary>
    public string Title => $"{(Address.IsSecond ? "Second check" : "Audit")} of case {Address.CaseRef}";

    /// <summary>The first question without an answer, with its section; null if all have one.</summary>
    public (string SectionId, string QuestionId)? FirstUnanswered =>
        View
            .Sections.SelectMany(section =>
                section
                    .Questions.Where(question => question.Answer is null)
                    .Select(question => ((string, string)?)(section.SectionId, question.QuestionId))
            )
            .FirstOrDefault();

    /// <summary>Which number a question has, from 1 through the whole return.</summary>
    public int NumberOf(string questionId) =>
        View.Sections.SelectMany(section => section.Questions)
            .TakeWhile(question => question.QuestionId != questionId)
            .Count() + 1;

    internal static ReturnHead Of(CaseAudit audit, ReturnView view, bool isSecond, Site site, DateOnly today)
    {
        var held = audit.Held(isSecond);
        return new ReturnHead
        {
            Address = AddressOf(audit, isSecond),
            Round = RoundOf(audit),
            ReaderName = NameOf(audit, view.ReaderId),
            View = view,
            Today = today,
            Saved = held is null ? null : SavedAt(site, held.SavedAt, today),
            Reopenings =
            [
                .. view
                    .Reopenings.Reverse()
                    .Select(one => new GivenBack(NameOf(audit, one.ById), one.On, one.Reason)),
            ],
        };
    }

    /// <summary>Where the pages of an audit are.</summary>
    internal static CaseAuditAddress AddressOf(CaseAudit audit, bool isSecond) =>
        new(audit.Round.Id, audit.CaseRef, isSecond);

    /// <summary>A round in words.</summary>
    internal static string RoundOf(CaseAudit audit) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{audit.Round.Programme.Title}, {audit.Round.Id.Month:MMMM yyyy}"
        );

    /// <summary>Somebody's name.</summary>
    internal static string NameOf(CaseAudit audit, string? staffId) =>
        staffId is null ? "nobody" : audit.Staff.Find(staffId)?.Name ?? staffId;

    /// <summary>A moment at which something was saved: the time alone if that was today.</summary>
    internal static string SavedAt(Site site, DateTimeOffset at, DateOnly today)
    {
        var local = site.ToLocal(at);
        return DateOnly.FromDateTime(local.DateTime) == today
            ? local.ToString("HH:mm", CultureInfo.InvariantCulture)
            : site.Moment(at);
    }
}

/// <summary>That a return was given back, in words.</summary>
/// <param name="By">By whom.</param>
/// <param name="On">On which day.</param>
/// <param name="Reason">Why.</param>
public sealed record GivenBack(string By, DateOnly On, string Reason);

/// <summary>How far a section of a return is.</summary>
/// <param name="SectionId">The section.</param>
/// <param name="Number">Which it is, from 1.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Answered">How many of its questions are answered.</param>
/// <param name="Questions">How many there are.</param>
public sealed record SectionProgress(string SectionId, int Number, string Title, int Answered, int Questions)
{
    /// <summary>Whether all are answered.</summary>
    public bool IsDone => Answered == Questions;

    /// <summary>How far it is, in words.</summary>
    public string Words => $"{Wording.Plain(Answered)} of {Wording.Plain(Questions)} answered";

    internal static SectionProgress Of(SectionView section, int number) =>
        new(
            section.SectionId,
            number,
            section.Title,
            section.Questions.Count(question => question.Answer is not null),
            section.Questions.Length
        );
}
