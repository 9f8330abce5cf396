using System.Collections.Immutable;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Web.Pages.Deliveries;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;
using Wording = YosWorkflow.Web.Pages.Shared.Wording;

namespace YosWorkflow.Web.Pages.Chases;

/// <summary>The tables of what a day's chase did.</summary>
internal sealed class ChaseTables(Staff staff, StandardsPack pack)
{
    /// <summary>Who was told how much, by which way, and what of it is the most serious.</summary>
    public Table Told(IEnumerable<StoredDigest> digests) =>
        new(
            "told",
            "Who was told what",
            [
                new("Person"),
                new("By"),
                new("State"),
                Column.OfNumbers("Items"),
                new("Most serious"),
                new("Why"),
            ],
            [.. InOrder(digests).Select(Row)]
        );

    /// <summary>Every item of every digest.</summary>
    public Table Items(IEnumerable<StoredDigest> digests) =>
        new(
            "items",
            "Every item that was told",
            [
                new("Person"),
                new("By"),
                new("Case"),
                new("What is owed"),
                new("Due"),
                new("Step"),
                Column.OfNumbers("Working days late"),
            ],
            [.. InOrder(digests).SelectMany(digest => digest.Items.Select(item => Row(digest, item)))]
        );

    /// <summary>The teams that failed, and whom the chase could not tell.</summary>
    public Table NotTold(ChaseReport report) =>
        new(
            "not-told",
            "Not told, and why",
            [new("Who"), new("By"), new("Why")],
            [
                .. report.FailedTeams.Select(team =>
                    (ImmutableArray<Cell>)[$"Team {team.Team}", "–", team.Reason]
                ),
                .. report.NotTold.Select(one =>
                    (ImmutableArray<Cell>)[NameOf(one.PersonId), Wording.Of(one.Channel), one.Reason]
                ),
            ]
        );

    private IEnumerable<StoredDigest> InOrder(IEnumerable<StoredDigest> digests) =>
        digests
            .OrderBy(digest => NameOf(digest.Key.PersonId), StringComparer.Ordinal)
            .ThenBy(digest => digest.Key.PersonId, StringComparer.Ordinal)
            .ThenBy(digest => digest.Key.Channel);

    private ImmutableArray<Cell> Row(StoredDigest digest) =>
        [
            new Cell(NameOf(digest.Key.PersonId))
            {
                Href = MessageAddress.Of(digest.Key),
                Hidden = $"{Wording.Of(digest.Key.Channel)}, how it looks",
            },
            Wording.Of(digest.Key.Channel),
            new Cell(Wording.Of(digest.State))
            {
                Tag = DigestTag.ColourOf(digest.State),
                Note = digest.MayBeDoubled ? "May have come twice" : null,
            },
            Cell.Of(digest.Items.Length + digest.Undelivered.Length),
            digest.Items is [var first, ..]
                ? new Cell(first.CaseRef) { Note = $"{TitleOf(first)}, due {Dates.Short(first.DueOn)}" }
                : new Cell("–"),
            digest.Reason ?? "–",
        ];

    private ImmutableArray<Cell> Row(StoredDigest digest, NoticeItem item) =>
        [
            NameOf(digest.Key.PersonId),
            Wording.Of(digest.Key.Channel),
            item.CaseRef,
            TitleOf(item),
            Dates.Short(item.DueOn),
            Wording.Of(item.Step),
            Cell.OrDash(item.WorkingDaysOverdue),
        ];

    private string TitleOf(NoticeItem item) =>
        pack.Find(item.RuleId)?.Title ?? AuditWords.Find(item.RuleId)?.Title ?? item.RuleId;

    private string NameOf(string personId) => staff.Find(personId)?.Name ?? personId;
}
