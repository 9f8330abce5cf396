using Microsoft.AspNetCore.Http;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Audits;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.AuditDraw;

/// <summary>
/// The form by which a sample is drawn by hand; with <c>preview</c>, what would be drawn, without keeping it. A table of that as a
/// file: <c>csv</c>.
/// </summary>
public sealed class DrawPageRoute(SampleRound sample, CaseloadTable caseload, Site site, TimeProvider clock)
    : IRouteHandler
{
    /// <inheritdoc/>
    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.Query.ContainsKey(DrawAddress.PreviewField))
        {
            return PreviewAsync(request, cancellationToken);
        }

        var today = site.Today(clock);
        var programme = AuditProgrammes.All.First(one => one.Every == RoundCalendar.Month);
        var form = new DrawForm { Programme = programme.ProgrammeId, Month = IsoMonth.Format(today) };
        return Page.RenderAsync<DrawFormPage>(request, DrawFormModel.Of(form, today));
    }

    private async Task<IResult> PreviewAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = RequestFields.OfQuery(request.Query);
        var asked = DrawAddress.Read(fields);
        var csv = fields.Text(CsvFile.Field, 50);
        if (asked is null || fields.Errors.Count > 0)
        {
            return fields.Refusal();
        }

        switch (await sample.ExecuteAsync(asked, dryRun: true, cancellationToken))
        {
            case AuditOutcome<SampledRound>.Refused refused:
                return AuditAnswers.To(refused.Refusal);
            case AuditOutcome<SampledRound>.Done { Value: var sampled }:
                var model = DrawPreviewModel.Of(
                    asked,
                    sampled,
                    await request.StaffAsync(caseload, cancellationToken),
                    site.Today(clock),
                    request.Query[DrawAddress.ChangedField] == "yes"
                );
                return csv is null
                    ? await Page.RenderAsync<DrawPreviewPage>(request, model)
                    : CsvFile.Of(csv, $"preview-{Audits.AuditAddresses.FileName(asked.Round)}", model.Tables);
            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} has no page.");
        }
    }
}
