using Microsoft.AspNetCore.Http;
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
        var staff = await request.StaffAsync(caseload, cancellationToken);
        var find = request.Query["find"].ToString();
        return await Page.RenderAsync<SignInPage>(
            request,
            SignInModel.Of(
                staff,
                ReturnAddress.Of(request.Query[DevelopmentSignIn.ReturnField]),
                string.IsNullOrWhiteSpace(find) ? null : find
            )
        );
    }
}
