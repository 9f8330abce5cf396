using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;
using Wording = YosWorkflow.Web.Pages.Shared.Wording;

namespace YosWorkflow.Web.Pages.Deliveries;

/// <summary>Who can't be reached, by the staff list and by what Teams has answered lately.</summary>
internal static class Reach
{
    private const string NoApp =
        "Our Teams app is not installed for them; what is meant for Teams goes by email.";
    private const string NoPermission =
        "Our app may notify nobody in Teams: an administrator of the tenant has to grant it.";

    /// <summary>A row for each person and way by which they can't be reached, people by name.</summary>
    public static Table Of(Staff staff, IReadOnlyList<StoredDigest> digests)
    {
        var refused = Refused(digests);
        return new Table(
            "unreachable",
            "Who can’t be reached, and why",
            [new("Person"), new("Role"), new("By"), new("Why")],
            [
                .. staff
                    .ByName()
                    .SelectMany(person =>
                        new[] { Channel.Email, Channel.Teams }
                            .Select(channel =>
                                (Channel: channel, Why: WhyNot(person, channel, staff, refused))
                            )
                            .Where(way => way.Why is not null)
                            .Select(way => Row(person, way.Channel, way.Why!))
                    ),
            ]
        );
    }

    // By what came of the last notification that came to an end: who was refused on Monday and notified on Tuesday has the app by now.
    private static Dictionary<string, StoredDigest> Refused(IReadOnlyList<StoredDigest> digests) =>
        digests
            .Where(digest =>
                digest.Key.Channel == Channel.Teams
                && (IsRefused(digest) || digest.State is DigestState.Sent or DigestState.Delivered)
            )
            .GroupBy(digest => digest.Key.PersonId, StringComparer.Ordinal)
            .Select(person => person.MaxBy(digest => (digest.Key.Day, digest.ChangedAt))!)
            .Where(IsRefused)
            .ToDictionary(digest => digest.Key.PersonId, StringComparer.Ordinal);

    private static bool IsRefused(StoredDigest digest) =>
        digest.Cause is RefusalCause.TeamsAppNotInstalled or RefusalCause.TeamsPermissionMissing;

    private static string? WhyNot(
        StaffMember person,
        Channel channel,
        Staff staff,
        Dictionary<string, StoredDigest> refused
    )
    {
        // Of who is away and covered for, nothing is missing.
        if (!person.Active && staff.Receiving(person) is not null)
        {
            return null;
        }

        if (Recipient.WhyNot(staff, person.StaffId, channel) is { } why)
        {
            return why;
        }

        return channel == Channel.Teams && refused.TryGetValue(person.StaffId, out var digest)
            ? digest.Cause == RefusalCause.TeamsAppNotInstalled
                ? NoApp
                : NoPermission
            : null;
    }

    private static ImmutableArray<Cell> Row(StaffMember person, Channel channel, string why) =>
        [new Cell(person.Name) { Note = person.Team }, Wording.Of(person.Role), Wording.Of(channel), why];
}
