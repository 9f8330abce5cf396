using Microsoft.AspNetCore.Http;
using YosWorkflow.Web.Pages.SignedOut;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;

namespace YosWorkflow.Web.Access;

/// <summary>
/// The answer to a form of ours from somebody whose sign-in has ended: what they typed, to be sent again once they are signed in. It
/// tells them nothing that they did not send.
/// </summary>
internal static class SignedOutForms
{
    // As much as the largest form takes.
    private const int MostBytes = 1024 * 1024;

    /// <summary>The answer; null to what is no such form, or too large.</summary>
    public static async Task<IResult?> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (form, _) = await FormBody.ReadFormAsync(request, MostBytes, cancellationToken);
        return form is null
            ? null
            : await Page.RenderAsync<SignedOutPage>(
                request,
                new SignedOutModel(
                    request.Path + request.QueryString,
                    request.Path,
                    [
                        .. form.SelectMany(field =>
                            field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""))
                        ),
                    ]
                ),
                ProblemKind.NotSignedIn.Status
            );
    }
}
