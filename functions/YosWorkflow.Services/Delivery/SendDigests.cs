using Microsoft.Extensions.Logging;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Operations;
using YosWorkflow.Services.Settings;

namespace YosWorkflow.Services.Delivery;

/// <summary>
/// Sends digests of the outbox: claims a person's digests of a day in one transaction, sends them one after the other, and
/// settles them in one transaction. It may be called again, or by two at once.
/// </summary>
/// <param name="digests">The outbox.</param>
/// <param name="tries">Words digests and sends them.</param>
/// <param name="stillOwed">Asked for digests that go out late.</param>
/// <param name="tellLater">For what can't go with the digests of the day.</param>
/// <param name="settings">Whether delivery events come: they do where there is a key for them.</param>
/// <param name="clock">The time.</param>
/// <param name="logger">Told of what is parked.</param>
/// <param name="claimant">Who claims; this process unless said otherwise.</param>
public sealed class SendDigests(
    DigestTable digests,
    DigestTries tries,
    IStillOwed stillOwed,
    TellLater tellLater,
    DeliverySettings settings,
    TimeProvider clock,
    ILogger<SendDigests> logger,
    Claimant? claimant = null
)
{
    /// <summary>How many people's digests are sent in one step.</summary>
    public const int PeopleAPage = 25;

    /// <summary>Of how many days what is left over is looked for.</summary>
    public const int DaysBack = 14;

    private readonly DigestClaims claims = new(
        digests,
        claimant ?? Claimant.ThisProcess,
        settings.SendGridWebhookPublicKey is not null,
        clock
    );

    /// <summary>
    /// Cuts digests into pages, a person's of a day together and neighbours in the outbox too, so that a page is read at once.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<DigestKey>> Pages(IEnumerable<DigestKey> keys) =>
        [
            .. keys.Distinct()
                .GroupBy(key => (key.Day, key.PersonId))
                .OrderBy(person => person.Key.Day)
                .ThenBy(person => person.Key.PersonId, StringComparer.Ordinal)
                .Chunk(PeopleAPage)
                .Select(people => people.SelectMany(person => person).ToArray()),
        ];

    /// <summary>Sends what of these digests is to be sent now, and says what came of each.</summary>
    /// <remarks>
    /// What Teams does not let us tell a person goes into their email of the day, which may not be among the keys; then it is
    /// among the results.
    /// </remarks>
    public async Task<IReadOnlyList<DigestResult>> ExecuteAsync(
        IReadOnlyCollection<DigestKey> keys,
        Staff staff,
        CancellationToken cancellationToken
    )
    {
        using var step = ServiceTelemetry.Step("send digests");
        var results = new List<DigestResult>();
        foreach (var day in keys.Distinct().GroupBy(key => key.Day))
        {
            var known = await digests.ReadOfPeopleAsync(
                day.Key,
                [.. day.Select(key => key.PersonId)],
                cancellationToken
            );
            var asked = day.ToHashSet();
            var owed = new OwedWhenLate(
                stillOwed,
                staff,
                [.. known.Where(digest => asked.Contains(digest.Key))]
            );
            var turn = new PersonTurn(claims, digests, tries, tellLater, owed, staff, clock, logger);
            var people = known.ToLookup(digest => digest.Key.PersonId, StringComparer.Ordinal);
            foreach (var person in day.GroupBy(key => key.PersonId, StringComparer.Ordinal))
            {
                results.AddRange(
                    await turn.ExecuteAsync([.. people[person.Key]], [.. person], cancellationToken)
                );
            }
        }

        step?.SetTag("yos.digests", results.Count)
            .SetTag("yos.sent", results.Count(result => result.SentNow));
        return results;
    }

    /// <summary>
    /// The digests of any of the last days that are still to be sent and whose time has come: created and never sent, failed
    /// and to be tried again, claimed by a sender that died.
    /// </summary>
    public async Task<IReadOnlyList<DigestKey>> LeftOverAsync(
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var open = await digests.ReadSinceAsync(
            day.AddDays(-DaysBack),
            [DigestState.Created, DigestState.Failed, DigestState.Sending],
            cancellationToken
        );
        return
        [
            .. open.Where(digest => digest.Key.Day <= day && claims.IsDue(digest))
                .Select(digest => digest.Key),
        ];
    }
}
