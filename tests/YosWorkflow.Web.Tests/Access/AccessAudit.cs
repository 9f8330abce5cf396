using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Web.Tests.Access;

/// <summary>The audit of access.txt: drawn, allocated, partly in, one return to be read again.</summary>
internal static class AccessAudit
{
    private static readonly DateOnly Month = new(Seed.Today.Year, Seed.Today.Month, 1);

    public static RoundId Round { get; } = new("golden-thread", Month);

    /// <summary>The questions that are answered in a whole return.</summary>
    public static IReadOnlyList<string> Questions { get; } =
    [.. AuditProgrammes.Find(Round.ProgrammeId)!.Template.Questions.Select(question => question.QuestionId)];

    /// <summary>The cases whose return is in.</summary>
    public static IReadOnlyList<string> In { get; } = ["K-OWN", "K-OTHER"];

    public static async Task SeedAsync(TestSite site, CancellationToken stop)
    {
        Done(
            await site.Service<SampleRound>()
                .ExecuteAsync(
                    new SampleRequest(Round, Seed.Today)
                    {
                        Size = SampleSize.Of(4),
                        Seed = SeedThatReadsOwnAgain(),
                    },
                    dryRun: false,
                    stop
                )
        );
        await SubmitAsync(site, stop);

        // Only now is there anybody to read for the second time; before, they would have been given an audit of their own.
        await AccessCaseload.LetAuditAsync(site.Storage, "SEC", stop);
        var staff = await site.Service<CaseloadTable>().ReadStaffAsync(stop);
        await site.Service<PlaceReadings>().ExecuteAsync(Round, staff, Seed.Today, stop);
        await BeginSecondCheckAsync(site, stop);
        foreach (var caseRef in In)
        {
            var owner = AccessCaseload.Owned.Values.First(one => one.CaseRef == caseRef).ManagerId;
            var asked = new AskedAction("EPM", null, "Write it plainly.", owner, Seed.Today.AddDays(30));
            Done(await site.Service<AuditActions>().AddAsync(Round, caseRef, asked, Seed.Today, stop));
        }
    }

    // Whatever saves the same again changes nothing, in whichever order the routes are asked.
    private static async Task BeginSecondCheckAsync(TestSite site, CancellationToken stop)
    {
        var part = new HandedIn(Round, "K-OWN", true, "SEC", [Answers[0]], null, Submit: false);
        Done(await site.Service<SaveReturn>().ExecuteAsync(part, Seed.Today, stop));
    }

    /// <summary>Hands in what is to be in; nothing changes if it is.</summary>
    public static async Task SubmitAsync(TestSite site, CancellationToken stop)
    {
        foreach (var caseRef in In)
        {
            var held = await site.Service<ReadReturn>().ExecuteAsync(Round, caseRef, false, Seed.Today, stop);
            Done(
                await site.Service<SaveReturn>()
                    .ExecuteAsync(
                        new HandedIn(Round, caseRef, false, "", Answers, Done(held).Version, Submit: true),
                        Seed.Today,
                        stop
                    )
            );
        }
    }

    /// <summary>Gives the case that is not in back to who audited it first; nothing changes if it lies with them.</summary>
    public static async Task GiveBackAsync(TestSite site, CancellationToken stop) =>
        await site.Service<PassOnAudit>()
            .ExecuteAsync(
                new AskedHandOver(Round, "K-MATE", "EPM", "CM4", null, "It was only a test.", FromId: null),
                Seed.Today,
                stop
            );

    /// <summary>The action of a case.</summary>
    public static async Task<string> ActionOfAsync(TestSite site, string caseRef, CancellationToken stop)
    {
        var held = Done(
            await site.Service<ReadReturn>().ExecuteAsync(Round, caseRef, false, Seed.Today, stop)
        );
        return held.Actions.Single(action => action.Text == "Write it plainly.").ActionId;
    }

    private static ImmutableArray<AnsweredQuestion> Answers =>
        [.. Questions.Select(question => new AnsweredQuestion(question, AuditAnswer.Met, ""))];

    // The second reading goes to the lowest rank, as docs and the round's seed let anyone check.
    private static string SeedThatReadsOwnAgain()
    {
        for (var n = 0; ; n++)
        {
            var seed = $"seed-{n}";
            var first = AccessCaseload
                .Owned.Values.Select(one => one.CaseRef)
                .Distinct(StringComparer.Ordinal)
                .MinBy(caseRef => RankOf(seed, caseRef), StringComparer.Ordinal);
            if (first == "K-OWN")
            {
                return seed;
            }
        }
    }

    /// <summary>Where a case is in the order of those that are read a second time.</summary>
    public static string RankOf(string seed, string caseRef) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"second|{seed}|{caseRef}")));

    private static T Done<T>(AuditOutcome<T> outcome) =>
        outcome is AuditOutcome<T>.Refused refused
            ? throw new InvalidOperationException(refused.Refusal.ToString())
            : Assert.IsType<AuditOutcome<T>.Done>(outcome).Value;
}
