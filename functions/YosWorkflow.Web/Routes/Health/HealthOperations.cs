using System.Collections.Immutable;
using YosWorkflow.Web.ApiDocs;

namespace YosWorkflow.Web.Routes.Health;

/// <summary>The route of the service's health, described.</summary>
internal static class HealthOperations
{
    public static ImmutableArray<ApiOperation> All { get; } =
    [
        new(typeof(HealthRoute), "readHealth", "Read how the service is")
        {
            Text =
                "That it is alive and its storage answers, what waits to be sent, the latest chase, and each figure with the threshold at "
                + "which somebody is told. It names no case and nobody.",
            Answers = [new(200, "It is alive.", typeof(HealthAnswer))],
        },
    ];
}
