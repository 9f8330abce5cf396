using System.Collections.Immutable;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.Audits;

/// <summary>The audits: what the reader has to do in them, and for who answers for the service all rounds.</summary>
public sealed record AuditsModel
{
    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What the reader has to do; null where nobody is signed in who could have.</summary>
    public required Table? Own { get; init; }

    /// <summary>How much of it is late.</summary>
    public required int Late { get; init; }

    /// <summary>The cases of rounds under way of which the reader may know; null where they see whole rounds.</summary>
    public required Table? OwnCases { get; init; }

    /// <summary>The programmes; null where they are not for the reader.</summary>
    public required Table? Programmes { get; init; }

    /// <summary>The rounds, the newest first; null where they are not for the reader.</summary>
    public required Table? Rounds { get; init; }

    /// <summary>Which page of the rounds it is, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>How many pages of rounds there are.</summary>
    public required int Pages { get; init; }

    /// <summary>How many rounds there are.</summary>
    public required int RoundCount { get; init; }

    internal IEnumerable<Table> Tables => new[] { Own, OwnCases, Programmes, Rounds }.OfType<Table>();

    internal static AuditsModel Of(
        AuditsOnDay audits,
        StaffMember? person,
        Viewer viewer,
        Staff staff,
        WorkingDayCalendar calendar,
        (ImmutableArray<AuditRound> Rounds, int Page, int Pages) shown
    )
    {
        var tables = new AuditsTables(audits, staff, calendar);
        ImmutableArray<OpenAuditDuty> own = person is null ? [] : AuditsTables.OwnOf(audits, person);
        return new AuditsModel
        {
            Day = audits.Day,
            Own = person is null ? null : tables.Own(own),
            Late = own.Count(open => open.Duty.DueOn < audits.Day),
            OwnCases = person is null || viewer.SeesEveryCase ? null : tables.OwnCases(person, viewer),
            Programmes = viewer.SeesEveryCase ? tables.Programmes() : null,
            Rounds = viewer.SeesEveryCase ? tables.Rounds(shown.Rounds) : null,
            Page = shown.Page,
            Pages = shown.Pages,
            RoundCount = audits.Listed.Length,
        };
    }
}
