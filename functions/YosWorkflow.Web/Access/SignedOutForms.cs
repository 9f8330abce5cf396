using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
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
    private const int MostBytes = 1024 * 1024;

    /// <summary>The answer; null to what is no such form, or too large.</summary>
    public static async Task<IResult?> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!FormBody.IsForm(request) || request.ContentLength > MostBytes)
        {
            return null;
        }

        if (await LimitedBody.ReadAsync(request.Body, MostBytes, cancellationToken) is not { } body)
        {
            return null;
        }

        try
        {
            using var reader = new FormReader(Encoding.UTF8.GetString(body));
            var form = await reader.ReadFormAsync(cancellationToken);
            return await Page.RenderAsync<SignedOutPage>(
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
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
