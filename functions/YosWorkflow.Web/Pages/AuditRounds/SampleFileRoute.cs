using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Pages.Audits;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Audits;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Pages.AuditRounds;

/// <summary>A round's sample as it is published, with its frame, as a file by which anyone can draw it again.</summary>
public sealed class SampleFileRoute(ReadRound rounds) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (round, refusal) = AuditAddress.Of(request);
        if (refusal is not null)
        {
            return refusal;
        }

        if (await rounds.PublishAsync(round, cancellationToken) is not { } sample)
        {
            return AuditAddress.NeverDrawn(round);
        }

        request.HttpContext.Response.Headers.ContentDisposition =
            $"attachment; filename={AuditAddresses.FileName(round)}.json";
        return ApiJson.Result(sample);
    }
}
