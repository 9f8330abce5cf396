using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Audits;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.Returns;

/// <summary>
/// Shows the two readings of a case side by side, once both are in, to who may see both; as a file: <c>csv</c>. Before that there is
/// nothing here for anybody, so that no reading colours the other.
/// </summary>
public sealed class BothReadingsRoute(CaseAudits audits) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (audit, refusal) = await audits.FindAsync(request, AuditDeed.ReadReturn, cancellationToken);
        if (audit is null)
        {
            return refusal!;
        }

        if (!ReturnModel.SeesBothOf(audit))
        {
            return Problem.NotFound($"There are no two readings of case {audit.CaseRef} to compare.");
        }

        var model = BothModel.Of(
            await audits.HeadAsync(audit, isSecond: false, cancellationToken),
            await audits.HeadAsync(audit, isSecond: true, cancellationToken)
        );
        return RequestFields.OfQuery(request.Query).Text(CsvFile.Field, 50) is { } csv
            ? CsvFile.Of(csv, $"audit-{audit.CaseRef}", model.Table)
            : await Page.RenderAsync<BothReadingsPage>(request, model);
    }
}

/// <summary>Two readings of a case.</summary>
/// <param name="First">The first.</param>
/// <param name="Second">The second.</param>
/// <param name="Sections">Their answers, section by section.</param>
/// <param name="Agreement">How well they agree.</param>
public sealed record BothModel(
    ReturnHead First,
    ReturnHead Second,
    ImmutableArray<BothSection> Sections,
    Agreement Agreement
)
{
    /// <summary>The answers beside each other, as a file has them.</summary>
    public Table Table =>
        new(
            "both",
            $"Two readings of case {First.Address.CaseRef}",
            [
                new Column("Question"),
                new Column("Section"),
                new Column($"First: {First.ReaderName}"),
                new Column("First saw"),
                new Column($"Second: {Second.ReaderName}"),
                new Column("Second saw"),
                new Column("Alike"),
            ],
            [
                .. Sections.SelectMany(section =>
                    section.Questions.Select(pair =>
                        ImmutableArray.Create<Cell>(
                            pair.First.Text,
                            section.Title,
                            AnswerWords.Of(pair.First.Answer),
                            pair.First.Seen ?? "",
                            AnswerWords.Of(pair.Second.Answer),
                            pair.Second.Seen ?? "",
                            pair.Differs ? "No" : "Yes"
                        )
                    )
                ),
            ]
        );

    internal static BothModel Of(ReturnHead first, ReturnHead second) =>
        new(
            first,
            second,
            [
                .. first.View.Sections.Zip(
                    second.View.Sections,
                    (one, other) =>
                        new BothSection(
                            one.SectionId,
                            one.Title,
                            [.. one.Questions.Zip(other.Questions, (a, b) => new BothAnswers(a, b))]
                        )
                ),
            ],
            Agreement.Of([(AnswersOf(first), AnswersOf(second))])
        );

    private static ImmutableArray<AnsweredQuestion> AnswersOf(ReturnHead head) =>
        [
            .. head
                .View.Sections.SelectMany(section => section.Questions)
                .Where(question => question.Answer is not null)
                .Select(question => new AnsweredQuestion(
                    question.QuestionId,
                    question.Answer!.Value,
                    question.Seen ?? ""
                )),
        ];
}

/// <summary>A section of two readings.</summary>
/// <param name="SectionId">The section.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Questions">The answers to its questions.</param>
public sealed record BothSection(string SectionId, string Title, ImmutableArray<BothAnswers> Questions);

/// <summary>Two answers to a question.</summary>
/// <param name="First">The first reader's.</param>
/// <param name="Second">The second reader's.</param>
public sealed record BothAnswers(QuestionView First, QuestionView Second)
{
    /// <summary>Whether they answered otherwise.</summary>
    public bool Differs => First.Answer != Second.Answer;
}
