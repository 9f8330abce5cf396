using Microsoft.AspNetCore.Http;
using YosWorkflow.Core;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Routes.Chases;

/// <summary>Says what a day's chase did.</summary>
public sealed class ReadChaseRoute(ReadChase chases) : IRouteHandler
{
    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (day, refusal) = ChaseDate.Of(request);
        if (refusal is not null)
        {
            return refusal;
        }

        return await chases.ExecuteAsync(day, cancellationToken) is var (run, report, digests)
            ? ApiJson.Result(ChaseAnswer.Of(run, report, digests))
            : ChaseDate.NeverStarted(day);
    }
}

/// <summary>The day in the address of a chase.</summary>
internal static class ChaseDate
{
    /// <summary>The day; or the answer to an address that holds none.</summary>
    public static (DateOnly Day, IResult? Refusal) Of(HttpRequest request)
    {
        var text = (string)request.RouteValues["date"]!;
        return IsoDate.TryParse(text, out var day)
            ? (day, null)
            : (
                default,
                Problem.Result(
                    ProblemKind.InvalidFields,
                    $"'{text}' is not a date as yyyy-MM-dd.",
                    new Dictionary<string, string[]>(StringComparer.Ordinal)
                    {
                        ["date"] = ["Write a date as yyyy-MM-dd."],
                    }
                )
            );
    }

    /// <summary>The answer where there is no chase of a day.</summary>
    public static IResult NeverStarted(DateOnly day) =>
        Problem.NotFound($"The chase of {PlainDate.WithWeekday(day)} was never started.");
}
