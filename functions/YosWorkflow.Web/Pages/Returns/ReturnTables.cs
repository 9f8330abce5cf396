using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.Returns;

/// <summary>What of a return is a table, on its page or as a file.</summary>
internal static class ReturnTables
{
    /// <summary>By which name the answers are asked for.</summary>
    public const string AnswersId = "answers";

    /// <summary>One of the tables as a file.</summary>
    public static IResult File(string id, CaseAudit audit, ReturnHead head)
    {
        var name = $"{(head.Address.IsSecond ? "second-check" : "audit")}-{audit.CaseRef}";
        return head.Address.IsSecond
            ? CsvFile.Of(id, name, Answers(head))
            : CsvFile.Of(id, name, Answers(head), Actions(audit, head));
    }

    /// <summary>The answers, with what was seen and what the record shows.</summary>
    public static Table Answers(ReturnHead head) =>
        new(
            AnswersId,
            $"Answers of the {(head.Address.IsSecond ? "second check" : "audit")} of case {head.Address.CaseRef}",
            [
                new Column("Question"),
                new Column("Section"),
                Column.OfNumbers("Counts"),
                new Column("Answer"),
                new Column("What was seen"),
                new Column("What the record shows"),
            ],
            [
                .. head.View.Sections.SelectMany(section =>
                    section.Questions.Select(question =>
                        ImmutableArray.Create<Cell>(
                            question.Text,
                            section.Title,
                            Cell.Of(question.Weight),
                            AnswerWords.Of(question.Answer),
                            question.Seen ?? "",
                            string.Join("; ", question.Record)
                        )
                    )
                ),
            ]
        );

    /// <summary>What is to be done because of the audit.</summary>
    public static Table Actions(CaseAudit audit, ReturnHead head) =>
        new(
            "actions",
            $"Actions from the audit of case {head.Address.CaseRef}",
            [
                new Column("What is to be done"),
                new Column("By whom"),
                new Column("By when"),
                new Column("Asked for"),
                new Column("How it stands"),
            ],
            [.. head.View.Actions.OrderBy(action => action.DueOn).Select(action => Row(audit, head, action))]
        );

    private static ImmutableArray<Cell> Row(CaseAudit audit, ReturnHead head, AuditAction action) =>
        [
            new Cell(action.Text)
            {
                Note = action.QuestionId is { } questionId ? QuestionOf(head, questionId) : null,
            },
            ReturnHead.NameOf(audit, action.OwnerId),
            Dates.Short(action.DueOn),
            $"{Dates.Short(action.AddedOn)} by {ReturnHead.NameOf(audit, action.AddedById)}",
            action.IsOpen ? Open(audit, head, action) : Done(audit, action),
        ];

    private static Cell Open(CaseAudit audit, ReturnHead head, AuditAction action) =>
        new(action.DueOn < head.Today ? "Overdue" : "To be done")
        {
            Note = null,
            Href = audit.MayComplete(action) ? head.Address.Completion(action.ActionId) : null,
            Hidden = audit.MayComplete(action) ? ": say that it is done" : null,
        };

    private static Cell Done(CaseAudit audit, AuditAction action) =>
        new($"Done on {Dates.Short(action.DoneOn!.Value)}")
        {
            Note = $"{ReturnHead.NameOf(audit, action.DoneById)}: {action.DoneNote}",
        };

    private static string QuestionOf(ReturnHead head, string questionId) =>
        head.View.Sections.SelectMany(section => section.Questions)
            .FirstOrDefault(question => question.QuestionId == questionId)
            ?.Text
        ?? questionId;
}
