using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Routes.Obligations;

/// <summary>
/// Takes a supervisor's acknowledgement of an overdue obligation: <c>reason</c>, <c>until</c>, and of a program <c>by</c>, the
/// supervisor's staff id. A signed-in person acknowledges in their own name only.
/// </summary>
public sealed class AcknowledgeObligationRoute(
    AcknowledgeObligation acknowledge,
    Site site,
    TimeProvider clock
) : IRouteHandler
{
    private const int LongestReason = 1_000;
    private const int LongestId = 200;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (fields, refusal) = await JsonBody.ReadAsync(
            request,
            ["reason", "until", "by"],
            cancellationToken
        );
        if (fields is null)
        {
            return refusal!;
        }

        var reason = fields.RequiredText("reason", LongestReason);
        var until = fields.RequiredDate("until");
        var by = request.ActsFor(fields, "by", LongestId, developerMayLeaveOut: true);
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        return AnswerTo(
            await acknowledge.ExecuteAsync(
                request.Viewer(),
                (string)request.RouteValues["caseRef"]!,
                (string)request.RouteValues["ruleId"]!,
                by,
                reason,
                until,
                site.Today(clock),
                cancellationToken
            )
        );
    }

    private static IResult AnswerTo(AcknowledgeOutcome outcome) =>
        outcome switch
        {
            AcknowledgeOutcome.Kept kept => ApiJson.Result(
                kept.Acknowledgement,
                StatusCodes.Status201Created
            ),
            AcknowledgeOutcome.Unknown unknown => Problem.NotFound(unknown.Reason),
            AcknowledgeOutcome.NotTheirs not => Problem.Result(ProblemKind.NotYours, not.Reason),
            AcknowledgeOutcome.NotOverdue not => Problem.Result(ProblemKind.Conflict, not.Reason),
            AcknowledgeOutcome.NotAllowed not => Problem.Result(ProblemKind.CannotBeDone, not.Reason),
            _ => throw new InvalidOperationException($"{outcome.GetType().Name} has no answer."),
        };
}
