using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Tests;

namespace YosWorkflow.Browser.Tests;

/// <summary>A round with a return in every state, and a case for each journey that fills one in.</summary>
internal sealed class ReturnsInKent
{
    private const string Reader = "reader of ";

    private static readonly RoundId Round = new("golden-thread", new DateOnly(2011, 9, 1));

    // What the cases are called in tests, after the one that is read twice.
    private static readonly string[] Names =
    [
        "open",
        "started",
        "back",
        "keyboard",
        "script",
        "windows",
        "reopened",
    ];

    private readonly Dictionary<string, string> cases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> readers = new(StringComparer.Ordinal);

    private readonly TestSite site;

    private ReturnsInKent(TestSite site) => this.site = site;

    /// <summary>An address with a case's name in braces, such as <c>/audits/golden-thread/2011-09/{open}</c>.</summary>
    public string AddressOf(string text) =>
        cases.Aggregate(
            text,
            (address, one) => address.Replace($"{{{one.Key}}}", one.Value, StringComparison.Ordinal)
        );

    /// <summary>Somebody's staff id; also of who is called <c>reader of</c> a case.</summary>
    public string StaffOf(string staffId) =>
        staffId.StartsWith(Reader, StringComparison.Ordinal) ? readers[staffId[Reader.Length..]] : staffId;

    /// <summary>Draws the round and fills in what is to be filled in.</summary>
    public static async Task<ReturnsInKent> SeedAsync(TestSite site)
    {
        var returns = new ReturnsInKent(site);
        await returns.DrawAsync();
        await returns.HandInAsync("twice", isSecond: false);
        await returns.ReadAgainAsync();
        await returns.AnswerAsync("started", isSecond: false, submit: false, Answers.Take(5));
        await returns.HandInAsync("reopened", isSecond: false);
        await returns.HandInAsync("back", isSecond: false);
        Done(
            await site.Service<ReopenReturn>()
                .ExecuteAsync(Round, returns.cases["back"], "EPM1", "Say more.", Seed.Today, default)
        );
        return returns;
    }

    private static ImmutableArray<AnsweredQuestion> Answers =>
        [
            .. AuditProgrammes
                .Find(Round.ProgrammeId)!
                .Template.Questions.Select(
                    (question, at) =>
                        new AnsweredQuestion(
                            question.QuestionId,
                            (AuditAnswer)(at % 4),
                            at % 4 is 1 or 2 ? "It shows in some of the work only." : ""
                        )
                ),
        ];

    private async Task DrawAsync()
    {
        var request = new SampleRequest(Round, Seed.Today)
        {
            Size = SampleSize.Of(Names.Length + 1),
            Seed = "returns",
        };
        Done(await site.Service<SampleRound>().ExecuteAsync(request, dryRun: false, default));
        var standing = (await site.Service<AuditTable>().ReadAsync(Round, default))!.Standing.Cases;
        var twice = standing
            .Select(item => item.Case)
            .MinBy(item => RankOf(item.CaseRef), StringComparer.Ordinal)!;
        Note("twice", twice);
        foreach (
            var (name, item) in Names.Zip(
                standing.Where(item => item.Case != twice).Select(item => item.Case)
            )
        )
        {
            Note(name, item);
        }
    }

    // The first in this order is read a second time, as the round's seed lets anyone check.
    private static string RankOf(string caseRef) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"second|returns|{caseRef}")));

    private void Note(string name, SampledCase item)
    {
        cases.Add(name, item.CaseRef);
        readers.Add(name, item.Audit.ReaderId!);
        readers.Add($"manager of {name}", item.CaseManagerId);
    }

    private async Task ReadAgainAsync()
    {
        var caseRef = cases["twice"];
        var staff = await site.Service<CaseloadTable>().ReadStaffAsync(default);
        await site.Service<PlaceReadings>().ExecuteAsync(Round, staff, Seed.Today, default);
        await HandInAsync("twice", isSecond: true);
        var manager = readers["manager of twice"];
        Done(
            await site.Service<CommentOnReturn>()
                .ExecuteAsync(Round, caseRef, manager, "We saw it otherwise.", default)
        );
        var asked = new AskedAction("EPM1", "supervision", "Write it down.", manager, Seed.Today.AddDays(30));
        var action = Done(
            await site.Service<AuditActions>().AddAsync(Round, caseRef, asked, Seed.Today, default)
        );
        cases.Add("action", action.ActionId);
    }

    private Task HandInAsync(string name, bool isSecond) =>
        AnswerAsync(
            name,
            isSecond,
            submit: true,
            isSecond ? Answers.Select(one => one with { Answer = AuditAnswer.Met }) : Answers
        );

    private async Task AnswerAsync(
        string name,
        bool isSecond,
        bool submit,
        IEnumerable<AnsweredQuestion> answers
    ) =>
        Done(
            await site.Service<SaveReturn>()
                .ExecuteAsync(
                    new HandedIn(Round, cases[name], isSecond, "", [.. answers], null, submit),
                    Seed.Today,
                    default
                )
        );

    private static T Done<T>(AuditOutcome<T> outcome) =>
        outcome is AuditOutcome<T>.Done done
            ? done.Value
            : throw new InvalidOperationException(outcome.ToString());
}
