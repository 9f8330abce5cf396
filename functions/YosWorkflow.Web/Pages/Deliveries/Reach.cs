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
        var refused = digests
            .Where(digest =>
                digest
                    is { Key.Channel: Channel.Teams, Cause: RefusalCause.TeamsAppNotInstalled }
                        or { Key.Channel: Channel.Teams, Cause: RefusalCause.TeamsPermissionMissing }
            )
            .GroupBy(digest => digest.Key.PersonId, StringComparer.Ordinal)
            .ToDictionary(
                person => person.Key,
                person => person.MaxBy(digest => digest.Key.Day)!,
                StringComparer.Ordinal
            );
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
