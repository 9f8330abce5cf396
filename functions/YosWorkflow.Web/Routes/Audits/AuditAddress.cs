using Microsoft.AspNetCore.Http;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Web.Problems;

namespace YosWorkflow.Web.Routes.Audits;

/// <summary>The round, and the case, in the address of an audit.</summary>
internal static class AuditAddress
{
    /// <summary>The round; or the answer to an address that holds none.</summary>
    public static (RoundId Round, IResult? Refusal) Of(HttpRequest request)
    {
        var programmeId = (string)request.RouteValues["programme"]!;
        var text = (string)request.RouteValues["month"]!;
        if (AuditProgrammes.Find(programmeId) is null)
        {
            return (default, Problem.NotFound(UnknownProgramme(programmeId)));
        }

        return IsoMonth.TryParse(text, out var month)
            ? (new RoundId(programmeId, month), null)
            : (
                default,
                Problem.Result(
                    ProblemKind.InvalidFields,
                    $"'{text}' is not a month as yyyy-MM.",
                    new Dictionary<string, string[]>(StringComparer.Ordinal)
                    {
                        ["month"] = ["Write a month as yyyy-MM."],
                    }
                )
            );
    }

    /// <summary>The case.</summary>
    public static string CaseRef(HttpRequest request) => (string)request.RouteValues["caseRef"]!;

    /// <summary>What is said of a programme that there is none of.</summary>
    public static string UnknownProgramme(string programmeId) =>
        $"There is no audit programme '{programmeId}'; there are {string.Join(", ", AuditProgrammes.All.Select(one => one.ProgrammeId))}.";

    /// <summary>The answer where a round has not been drawn.</summary>
    public static IResult NeverDrawn(RoundId round) => Problem.NotFound($"{round} has not been drawn.");
}
