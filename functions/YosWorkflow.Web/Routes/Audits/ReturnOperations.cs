using System.Collections.Immutable;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.ApiDocs;
using YosWorkflow.Web.Problems;

namespace YosWorkflow.Web.Routes.Audits;

/// <summary>The routes of audit returns, described.</summary>
internal static class ReturnOperations
{
    private const string CaseRef = "A1";

    private const string Auditor = "CMB1";
    private const string SecondReader = "CMB2";

    private const string PartOfAReturn = """
        { "by": "WHO", "submit": false, "answers": { "dynamic-factors": { "answer": "partly", "seen": "Two factors have no evidence." } } }
        """;

    private static readonly (string, string) Version = ("ETag", "The return's version, for If-Match.");

    private static ImmutableArray<ProblemKind> ProblemsOfReading { get; } =
    [ProblemKind.InvalidFields, ProblemKind.NotFound];

    private static ImmutableArray<ProblemKind> ProblemsOfWriting { get; } =
    [.. ApiParts.ProblemsOfJson, ProblemKind.NotFound, ProblemKind.Conflict, ProblemKind.CannotBeDone];

    public static ImmutableArray<ApiOperation> All { get; } =
    [
        Read(
            typeof(ReadReturnRoute),
            "readReturn",
            "Read a return",
            "The questions, what the record says beside each, and what is answered so far."
        ),
        Save(
            typeof(SaveReturnRoute),
            "saveReturn",
            "Keep a return, or a part of it",
            Auditor,
            "Keeps answers by question, and with submit hands the return in. What is not named stays as it is."
        ),
        Read(
            typeof(ReadSecondCheckRoute),
            "readSecondCheck",
            "Read a second check",
            "The same for whoever reads the case a second time, without what the first reader answered."
        ),
        Save(
            typeof(SaveSecondCheckRoute),
            "saveSecondCheck",
            "Keep a second check, or a part of it",
            SecondReader,
            "The same for whoever reads the case a second time."
        ),
        new(typeof(PassOnRoute), "passOnAudit", "Give an audit to another auditor")
        {
            Text =
                "Gives a case's audit to another auditor, or exchanges the auditors of two cases. The rules of the allocation hold: never the "
                + "case's own manager or supervisor, nor anyone of its team. With from, nothing changes if it lies with another by now.",
            Address = ApiParts.Audit("B1"),
            Body = ApiBody.Json(
                """{ "by": "EPM1", "to": "CMA2", "reason": "The auditor is on leave until November." }""",
                ApiParts.By("the lead"),
                ApiField.OfText(
                    "to",
                    100,
                    "The staff id of who is to audit it; not together with exchangeWith."
                ),
                ApiField.OfText(
                    "exchangeWith",
                    100,
                    "Another case of the round, with which it exchanges auditors."
                ),
                ApiField.OfText("reason", PassOnAudit.LongestReason, "Why.") with
                {
                    IsRequired = true,
                },
                ApiField.OfText("from", 100, "The staff id of the auditor who was read before.")
            ),
            Answers = [new(200, "The cases whose audit lies with another now.", typeof(PassedOnAnswer))],
            Problems = ProblemsOfWriting,
        },
        new(typeof(ReopenReturnRoute), "reopenReturn", "Give a return back")
        {
            Text = "Gives a return that is in back to its auditor, with the reason.",
            Address = ApiParts.Audit(CaseRef),
            Body = ApiBody.Json(
                """{ "by": "EPM1", "reason": "The answer on reviews does not say what was seen." }""",
                ApiParts.By("the lead"),
                ApiField.OfText("reason", 1_000, "Why.") with
                {
                    IsRequired = true,
                }
            ),
            Answers = [new(201, "The return as it is kept.", typeof(KeptReturn)) { Headers = [Version] }],
            Problems = ProblemsOfWriting,
        },
        new(typeof(CommentRoute), "commentOnReturn", "Comment on an audit")
        {
            Text = "Keeps what a case's own people, or the auditor, say to an audit that is in.",
            Address = ApiParts.Audit(CaseRef),
            Body = ApiBody.Json(
                """{ "by": "CMA2", "text": "The plan was reviewed on 3 October; the record was late." }""",
                ApiParts.By("whoever says it"),
                ApiField.OfText("text", 4_000, "What they say.") with
                {
                    IsRequired = true,
                }
            ),
            Answers = [new(201, "The comment as it is kept.", typeof(AuditComment))],
            Problems = ProblemsOfWriting,
        },
        new(typeof(AddActionRoute), "addAction", "Add an action")
        {
            Text =
                "Says what is to be done because of an audit, by whom and by when. It is chased like everything that is owed.",
            Address = ApiParts.Audit(CaseRef),
            Body = ApiBody.Json(
                """{ "by": "EPM1", "text": "Review the plan with the family.", "owner": "CMA2", "dueOn": "2011-11-04" }""",
                ApiParts.By("whoever asks for it"),
                ApiField.OfText("text", 1_000, "What is to be done.") with
                {
                    IsRequired = true,
                },
                ApiField.OfText("owner", 100, "The staff id of whoever is to do it.") with
                {
                    IsRequired = true,
                },
                ApiField.OfDate("dueOn", "By when.") with
                {
                    IsRequired = true,
                },
                ApiField.OfText("question", 100, "The question that it arises from.")
            ),
            Answers = [new(201, "The action as it is kept.", typeof(AuditAction))],
            Problems = ProblemsOfWriting,
        },
        new(typeof(CompleteActionRoute), "completeAction", "Say that an action is done")
        {
            Text = "Ends an action, with what was done.",
            Address = new Dictionary<string, string>(ApiParts.Audit(CaseRef), StringComparer.Ordinal)
            {
                ["actionId"] = "1",
            },
            Body = ApiBody.Json(
                """{ "by": "CMA2", "note": "Reviewed on 20 October." }""",
                ApiParts.By("whoever says so"),
                ApiField.OfText("note", 1_000, "What was done.") with
                {
                    IsRequired = true,
                }
            ),
            Answers = [new(200, "The action as it is kept.", typeof(AuditAction))],
            Problems = ProblemsOfWriting,
        },
    ];

    private static ApiOperation Read(Type handler, string id, string title, string text) =>
        new(handler, id, title)
        {
            Text = text,
            Address = ApiParts.Audit(CaseRef),
            Answers = [new(200, "The return.", typeof(ReturnView)) { Headers = [Version] }],
            Problems = ProblemsOfReading,
        };

    private static ApiOperation Save(Type handler, string id, string title, string by, string text) =>
        new(handler, id, title)
        {
            Text =
                text
                + " Once something is kept, If-Match names the version that was read; where another has changed it since, the answer is "
                + "409 with what was changed (current), and nothing is kept.",
            Address = ApiParts.Audit(CaseRef),
            Headers = [ApiField.OfText("If-Match", 50, "The ETag of the return as it was read.")],
            Body = ApiBody.Json(
                PartOfAReturn.Trim().Replace("WHO", by, StringComparison.Ordinal),
                ApiParts.By("the auditor"),
                ApiField.OfObjects(
                    "answers",
                    "The answers, by the question's identifier.",
                    ApiField.OfCode<AuditAnswer>("answer", "The answer.") with
                    {
                        IsRequired = true,
                    },
                    ApiField.OfText("seen", ReturnCheck.LongestNote, "What was seen.")
                ),
                ApiField.OfSwitch("submit", "Whether it is handed in; otherwise it is only kept.")
            ),
            Answers = [new(200, "The return as it is kept.", typeof(KeptReturn)) { Headers = [Version] }],
            Problems = ProblemsOfWriting,
        };
}
