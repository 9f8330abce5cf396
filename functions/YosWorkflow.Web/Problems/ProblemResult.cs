using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Pages.Problems;
using YosWorkflow.Web.Rendering;

namespace YosWorkflow.Web.Problems;

/// <summary>A problem as an answer: problem details below <c>/api</c>, a page elsewhere.</summary>
internal sealed class ProblemResult(ProblemKind kind, string detail, KeyValuePair<string, object>? member)
    : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (Api.Has(httpContext.Request))
        {
            await WriteDetailsAsync(httpContext);
            return;
        }

        var page = await Page.RenderAsync<ProblemPage>(
            httpContext.Request,
            new ProblemPageModel(kind, detail, TraceIdOf(httpContext)),
            kind.Status
        );
        await page.ExecuteAsync(httpContext);
    }

    private async Task WriteDetailsAsync(HttpContext httpContext)
    {
        var problem = new ProblemDetails
        {
            Type = kind.Type,
            Title = kind.Title,
            Status = kind.Status,
            Detail = detail,
            Instance = httpContext.Request.Path,
        };
        if (member is { } own)
        {
            problem.Extensions.Add(own.Key, own.Value);
        }

        if (TraceIdOf(httpContext) is { } traceId)
        {
            problem.Extensions["trace_id"] = traceId;
        }

        httpContext.Response.StatusCode = kind.Status;
        await httpContext.Response.WriteAsJsonAsync(
            problem,
            options: null,
            contentType: "application/problem+json",
            httpContext.RequestAborted
        );
    }

    // Only what went wrong on our side is to be found again in the log.
    private string? TraceIdOf(HttpContext httpContext) =>
        kind.Status >= StatusCodes.Status500InternalServerError
            ? Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier
            : null;
}
