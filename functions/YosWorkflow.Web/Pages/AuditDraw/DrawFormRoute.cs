using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;
using YosWorkflow.Web.SignIn;

namespace YosWorkflow.Web.Pages.AuditDraw;

/// <summary>
/// Takes the form by which a sample is asked for and leads to its preview. The seed is settled here, so that what is previewed is what
/// is drawn. What is wrong is shown on the form again, with what was typed.
/// </summary>
public sealed class DrawFormRoute(ServiceRules rules, Site site, TimeProvider clock) : IRouteHandler
{
    private const int SeedBytes = 16;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (fields, refusal) = await FormBody.ReadAsync(request, DrawForm.Fields, cancellationToken);
        if (fields is null)
        {
            return refusal!;
        }

        var today = site.Today(clock);
        var form = DrawForm.Read(fields, today);
        if (fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        return form.Errors.IsEmpty
            ? ToPreview(form, today)
            : await Page.RenderAsync<DrawFormPage>(
                request,
                DrawFormModel.Of(form, today),
                ProblemKind.InvalidFields.Status
            );
    }

    private IResult ToPreview(DrawForm form, DateOnly today) =>
        SampleRequest.UsualDay(form.Round.Month, today, rules.Calendar) is { } day
            ? new SeeOther(
                DrawAddress.Preview(
                    new SampleRequest(form.Round, day)
                    {
                        Size = form.Asked,
                        Seed =
                            form.Seed.Length > 0
                                ? form.Seed
                                : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SeedBytes)),
                    }
                )
            )
            : Problem.Result(
                ProblemKind.CannotBeDone,
                $"{IsoMonth.Format(form.Round.Month)} has not begun, so there is no caseload to draw from."
            );
}
