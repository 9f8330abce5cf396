using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Rendering;

namespace YosWorkflow.Web.Pages.Acknowledge;

/// <summary>What the two routes of the acknowledgement page have in common.</summary>
internal static class AcknowledgePages
{
    // All are in the team's oversight record.
    private const int MostEarlier = 20;

    /// <summary>Shows the page of something overdue.</summary>
    public static async Task<IResult> RenderAsync(
        HttpRequest request,
        AcknowledgeOutcome.Possible possible,
        AcknowledgeForm form,
        AcknowledgeObligation acknowledge,
        Site site,
        CancellationToken cancellationToken
    )
    {
        var (overdue, staff) = possible;
        var earlier = await acknowledge.EarlierAsync(overdue, cancellationToken);
        var owner = new OwedItem(overdue, staff.Find(overdue.OwedById), Resting: null);
        return await Page.RenderAsync<AcknowledgePage>(
            request,
            new AcknowledgeModel
            {
                Overdue = overdue,
                OwnerName = owner.OwnerName,
                Form = form,
                Earlier =
                [
                    .. earlier
                        .Take(MostEarlier)
                        .Select(one => new Acknowledged(
                            site.Moment(one.At),
                            staff.Find(one.ById)?.Name
                                ?? (one.ById.Length > 0 ? one.ById : "Not known by whom"),
                            one.Reason,
                            one.Until
                        )),
                ],
                JustKept = form.Errors.IsEmpty && request.Query["kept"] == "yes" && earlier.Count > 0,
                SeesTeam = request.Viewer().SeesTeam(overdue.Case.Team),
            },
            form.Errors.IsEmpty ? StatusCodes.Status200OK : ProblemKind.InvalidFields.Status
        );
    }

    /// <summary>The case and the rule in the address.</summary>
    public static (string CaseRef, string RuleId) DutyOf(HttpRequest request) =>
        ((string)request.RouteValues["caseRef"]!, (string)request.RouteValues["ruleId"]!);

    /// <summary>The answer where nothing can be acknowledged.</summary>
    public static IResult Refusal(AcknowledgeOutcome outcome) =>
        outcome switch
        {
            AcknowledgeOutcome.Unknown unknown => Problem.NotFound(unknown.Reason),
            AcknowledgeOutcome.NotTheirs not => Problem.Result(ProblemKind.NotYours, not.Reason),
            AcknowledgeOutcome.NotOverdue not => Problem.Result(ProblemKind.Conflict, not.Reason),
            AcknowledgeOutcome.NotAllowed not => Problem.Result(ProblemKind.CannotBeDone, not.Reason),
            _ => throw new InvalidOperationException($"{outcome.GetType().Name} has no answer."),
        };
}
