#pragma warning disable MA0025 // signatures first: the bodies come with the next commits
using Microsoft.Extensions.DependencyInjection;

namespace YosWorkflow.Services.Settings;

/// <summary>Registers every use case and what they need. Both hosts call it.</summary>
public static class YosServices
{
    /// <summary>Adds them, by checked settings.</summary>
    public static IServiceCollection AddYosServices(this IServiceCollection services, YosSettings settings) =>
        throw new NotImplementedException();
}
