using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.SignIn;

/// <summary>Signs in as whom the form chose (<c>staffId</c>), and leads back to where they came from (<c>return</c>).</summary>
public sealed class SignInRoute(CaseloadTable caseload, DevelopmentSignIn signIn) : IRouteHandler
{
    private const string StaffId = "staffId";
    private const int LongestId = 200;
    private const int LongestReturn = 10_000;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (fields, refusal) = await FormBody.ReadAsync(
            request,
            [StaffId, DevelopmentSignIn.ReturnField],
            cancellationToken
        );
        if (fields is null)
        {
            return refusal!;
        }

        var staffId = fields.RequiredText(StaffId, LongestId);
        var back = ReturnAddress.Of(fields.Text(DevelopmentSignIn.ReturnField, LongestReturn));
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        var staff = await caseload.ReadStaffAsync(cancellationToken);
        if (staff.Find(staffId) is not { Active: true })
        {
            return Problem.Result(
                ProblemKind.CannotBeDone,
                $"'{staffId}' is not in the staff list, or not at work."
            );
        }

        signIn.SignIn(request, staffId);
        return new SeeOther(back);
    }
}
