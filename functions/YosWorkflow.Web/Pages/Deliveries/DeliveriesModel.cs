using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Rendering;
using Wording = YosWorkflow.Web.Pages.Shared.Wording;

namespace YosWorkflow.Web.Pages.Deliveries;

/// <summary>The messages of the last days, and who can't be reached.</summary>
public sealed record DeliveriesModel
{
    /// <summary>Since which day.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The state that was chosen, or null for all.</summary>
    public DigestState? State { get; init; }

    /// <summary>How many messages there are in each state.</summary>
    public required IReadOnlyDictionary<DigestState, int> Counts { get; init; }

    /// <summary>What is parked and waits for somebody to look at it.</summary>
    public required Table Parked { get; init; }

    /// <summary>The messages that were chosen, the latest first.</summary>
    public required Table Messages { get; init; }

    /// <summary>Which page of them is shown.</summary>
    public required int Page { get; init; }

    /// <summary>Who can't be reached by which way, and why.</summary>
    public required Table Unreachable { get; init; }

    /// <summary>How many messages are in one of some states.</summary>
    public int CountOf(params ReadOnlySpan<DigestState> states)
    {
        var count = 0;
        foreach (var state in states)
        {
            count += Counts.GetValueOrDefault(state);
        }

        return count;
    }

    internal static DeliveriesModel Of(
        IReadOnlyList<StoredDigest> digests,
        Staff staff,
        DateOnly since,
        DigestState? state,
        int page,
        Site site
    ) =>
        new()
        {
            Since = since,
            State = state,
            Page = page,
            Counts = digests.CountBy(digest => digest.State).ToDictionary(),
            Parked = TableOf("parked", "Parked messages", DigestState.Parked, digests, staff, site),
            Messages = TableOf("messages", "Messages", state, digests, staff, site),
            Unreachable = Reach.Of(staff, digests),
        };

    private static Table TableOf(
        string id,
        string caption,
        DigestState? state,
        IEnumerable<StoredDigest> digests,
        Staff staff,
        Site site
    ) =>
        new(
            id,
            caption,
            [
                new("Person"),
                new("Day"),
                new("By"),
                new("State"),
                new("Why"),
                Column.OfNumbers("Items"),
                Column.OfNumbers("Tries"),
                new("Since"),
            ],
            [
                .. digests
                    .Where(digest => state is null || digest.State == state)
                    .OrderByDescending(digest => digest.Key.Day)
                    .ThenBy(digest => digest.Key.PersonId, StringComparer.Ordinal)
                    .ThenBy(digest => digest.Key.Channel)
                    .Select(digest => Row(digest, staff, site)),
            ]
        );

    private static ImmutableArray<Cell> Row(StoredDigest digest, Staff staff, Site site) =>
        [
            new Cell(staff.Find(digest.Key.PersonId)?.Name ?? digest.Key.PersonId)
            {
                Href = MessageAddress.Of(digest.Key),
                Hidden = $"{Wording.Of(digest.Key.Channel)}, {Dates.Plain(digest.Key.Day)}",
            },
            Dates.Short(digest.Key.Day),
            Wording.Of(digest.Key.Channel),
            new Cell(Wording.Of(digest.State))
            {
                Tag = DigestTag.ColourOf(digest.State),
                Note = digest.MayBeDoubled ? "May have come twice" : null,
            },
            digest.Reason ?? "–",
            Cell.Of(digest.Items.Length + digest.Undelivered.Length),
            Cell.Of(digest.Attempts),
            site.Moment(digest.ChangedAt),
        ];
}
