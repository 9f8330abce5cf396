using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace YosWorkflow.Web.Problems;

internal sealed class ProblemResult(
    ProblemKind kind,
    string detail,
    IReadOnlyDictionary<string, string[]>? errors
) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var problem = new ProblemDetails
        {
            Type = kind.Type,
            Title = kind.Title,
            Status = kind.Status,
            Detail = detail,
            Instance = httpContext.Request.Path,
        };
        if (errors is not null)
        {
            problem.Extensions["errors"] = errors;
        }

        if (kind.Status >= StatusCodes.Status500InternalServerError)
        {
            problem.Extensions["trace_id"] =
                Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier;
        }

        httpContext.Response.StatusCode = kind.Status;
        return httpContext.Response.WriteAsJsonAsync(
            problem,
            options: null,
            contentType: "application/problem+json",
            httpContext.RequestAborted
        );
    }
}
