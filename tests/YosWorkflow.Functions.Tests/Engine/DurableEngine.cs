using DurableTask.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask.Testing.Sidecar;
using Microsoft.DurableTask.Testing.Sidecar.Grpc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace YosWorkflow.Functions.Tests.Engine;

/// <summary>
/// The engine of Durable Task with its histories in memory, apart from the workers that do the work, so that a worker may end in
/// the middle and another go on.
/// </summary>
internal sealed class DurableEngine : IAsyncDisposable
{
    private readonly WebApplication server;

    private DurableEngine(WebApplication server)
    {
        this.server = server;
        var addresses = server
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!;
        Channel = GrpcChannel.ForAddress(addresses.Addresses.Single());
    }

    public GrpcChannel Channel { get; }

    public static async Task<DurableEngine> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2)
        );
        var histories = new InMemoryOrchestrationService();
        builder
            .Services.AddSingleton<IOrchestrationService>(histories)
            .AddSingleton<IOrchestrationServiceClient>(histories)
            .AddSingleton<TaskHubGrpcServer>()
            .AddGrpc();
        var started = builder.Build();
        started.MapGrpcService<TaskHubGrpcServer>();
        await started.StartAsync(cancellationToken);
        return new DurableEngine(started);
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await server.DisposeAsync();
    }
}
