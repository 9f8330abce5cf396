using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Pages.Audits;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Routes.Audits;
using YosWorkflow.Web.Routing;
using YosWorkflow.Web.SignIn;

namespace YosWorkflow.Web.Pages.AuditDraw;

/// <summary>
/// Draws a sample as it was previewed: with its seed, of its day, and only from the frame that was seen. If the frame is another by
/// now, nothing is drawn, and the preview is shown again.
/// </summary>
public sealed class ConfirmDrawRoute(AuditTable audits) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (fields, refusal) = await FormBody.ReadAsync(request, DrawAddress.Fields, cancellationToken);
        if (fields is null)
        {
            return refusal!;
        }

        var frame = fields.RequiredText(DrawAddress.FrameField, 200);
        if (DrawAddress.Read(fields) is not { } asked || frame.Length == 0)
        {
            return fields.Refusal();
        }

        if (await audits.FindRoundAsync(asked.Round, cancellationToken) is { Round: var drawn })
        {
            // The same confirmed twice, as by a second click, is as once; another draw of the month is not this one.
            return new SeeOther(
                IsThis(drawn, asked) ? AuditAddresses.Begun(asked.Round) : DrawAddress.Preview(asked)
            );
        }

        return await StartAsync(asked, request, cancellationToken);
    }

    private static bool IsThis(AuditRound drawn, SampleRequest asked) =>
        drawn.Seed == asked.Seed && drawn.FrameHash == asked.FrameHash;

    private static async Task<IResult> StartAsync(
        SampleRequest asked,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var context = request.HttpContext;
        var starter =
            context.Features.Get<IAuditStarter>()
            ?? context.RequestServices.GetRequiredService<IAuditStarter>();
        return await starter.StartAsync(asked, request, cancellationToken) switch
        {
            AuditStart.Refused { Refusal.Fault: AuditFault.Conflict } => new SeeOther(
                DrawAddress.Preview(asked, changed: true)
            ),
            AuditStart.Refused refused => AuditAnswers.To(refused.Refusal),
            _ => new SeeOther(AuditAddresses.Begun(asked.Round)),
        };
    }
}
