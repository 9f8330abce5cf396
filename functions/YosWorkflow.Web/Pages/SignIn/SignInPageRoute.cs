using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;
using YosWorkflow.Web.SignIn;

namespace YosWorkflow.Web.Pages.SignIn;

/// <summary>Shows as whom one can sign in for development, and then goes back to where one came from (<c>return</c>).</summary>
public sealed class SignInPageRoute(CaseloadTable caseload) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var staff = await caseload.ReadStaffAsync(cancellationToken);
        return await Page.RenderAsync<SignInPage>(
            request,
            new SignInModel(
                ReturnAddress.Of(request.Query[DevelopmentSignIn.ReturnField]),
                [
                    .. staff
                        .ByName()
                        .Where(person => person.Active)
                        .GroupBy(person => person.Role)
                        .OrderByDescending(group => group.Key != StaffRole.Administrator)
                        .ThenByDescending(group => group.Key)
                        .Select(group => new SignInGroup(group.Key, [.. group])),
                ]
            )
        );
    }
}
