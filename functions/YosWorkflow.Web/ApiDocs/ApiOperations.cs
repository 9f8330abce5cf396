using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Routes.Audits;
using YosWorkflow.Web.Routes.Chases;
using YosWorkflow.Web.Routes.Health;
using YosWorkflow.Web.Routes.Imports;
using YosWorkflow.Web.Routes.Obligations;
using YosWorkflow.Web.Routes.Reports;
using YosWorkflow.Web.Routes.Webhooks;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.ApiDocs;

/// <summary>Every route for programs, described; each description stands beside its route.</summary>
public static class ApiOperations
{
    /// <summary>Them, in groups, in the order in which they are read.</summary>
    public static ImmutableArray<ApiGroup> Groups { get; } =
    [
        new("Caseload", ImportOperations.All),
        new("Obligations", ObligationOperations.All),
        new("Chases", ChaseOperations.All),
        new("Audit rounds", RoundOperations.All),
        new("Audit returns", ReturnOperations.All),
        new("Reports", ReportOperations.All),
        new(
            "The service itself",
            [.. HealthOperations.All, .. WebhookOperations.All, OpenApiRoute.Operation]
        ),
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<ApiOperation> All => Groups.SelectMany(group => group.Operations);

    /// <summary>The problems of routes that need somebody to be known, and those of any route.</summary>
    public static ImmutableArray<ProblemKind> CommonProblems { get; } =
    [
        ProblemKind.NotSignedIn,
        ProblemKind.NoPlaceHere,
        ProblemKind.NotYours,
        ProblemKind.Unexpected,
        ProblemKind.StorageDown,
    ];

    /// <summary>The problems that an operation may answer with, its own and those of any route, each once.</summary>
    public static IReadOnlyList<ProblemKind> ProblemsOf(ApiOperation operation) =>
        [
            .. operation
                .Problems.Concat(
                    CommonProblems.Where(kind =>
                        kind.Status >= StatusCodes.Status500InternalServerError
                        || operation.Route.Access != RouteAccess.Anyone
                    )
                )
                .Concat(operation.Route.Limit is null ? [] : [ProblemKind.TooMany])
                .Distinct()
                .OrderBy(kind => kind.Status),
        ];
}

/// <summary>Operations that belong together.</summary>
/// <param name="Name">What they are about.</param>
/// <param name="Operations">The operations.</param>
public sealed record ApiGroup(string Name, ImmutableArray<ApiOperation> Operations);
