using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Learning;
using YosWorkflow.Services.Operations;
using YosWorkflow.Services.Recovery;
using YosWorkflow.Services.Reporting;
using YosWorkflow.Services.Retention;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Settings;

/// <summary>Registers every use case and what they need. Both hosts call it.</summary>
public static class YosServices
{
    /// <summary>
    /// Adds them, by checked settings. <see cref="TimeProvider"/> is the machine's unless the host has added one; logging is the
    /// host's to add, and that the tables exist (<see cref="TableStorage.EnsureTablesAsync"/>) too.
    /// </summary>
    /// <exception cref="SettingsException">
    /// On the first use of storage: none is set. On the first message in capture mode: there is no capture server.
    /// </exception>
    public static IServiceCollection AddYosServices(this IServiceCollection services, YosSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(settings)
            .AddSingleton(settings.Rules)
            .AddSingleton(settings.Delivery)
            .AddStorage(settings)
            .AddImport()
            .AddChasing()
            .AddDelivery(settings)
            .AddAuditing(settings.Audits)
            .AddRecovery()
            .AddOperations();
    }

    private static IServiceCollection AddStorage(this IServiceCollection services, YosSettings settings) =>
        services
            .AddSingleton(_ => StorageOf(settings))
            .AddSingleton<CaseloadTable>()
            .AddSingleton<ChasingTable>()
            .AddSingleton<DigestTable>()
            .AddSingleton<ChaseRunTable>()
            .AddSingleton<ImportRunTable>()
            .AddSingleton<PurgeRunTable>();

    private static IServiceCollection AddImport(this IServiceCollection services) =>
        services.AddSingleton<CaseloadImport>().AddSingleton<StagedImport>();

    private static IServiceCollection AddChasing(this IServiceCollection services) =>
        services
            .AddSingleton<ListObligations>()
            .AddSingleton<ReadTeam>()
            .AddSingleton<ReadService>()
            .AddSingleton<MakeReport>()
            .AddSingleton<AcknowledgeObligation>()
            .AddSingleton<OpenChase>()
            .AddSingleton<ChaseTeam>()
            .AddSingleton<TeamChases>()
            .AddSingleton<NoticeRefresh>()
            .AddSingleton<ComposeDigests>()
            .AddSingleton<CloseChase>()
            .AddSingleton<PreviewChase>()
            .AddSingleton<ChaseDay>()
            .AddSingleton<ReadChase>();

    private static IServiceCollection AddDelivery(this IServiceCollection services, YosSettings settings) =>
        services
            .AddSingleton(new LetterHead(settings.ServiceName, settings.PublicUrl))
            .AddSingleton(provider => EmailsOf(settings.Delivery, provider))
            .AddSingleton<IEmailSender>(provider => new AllowedDomains(
                provider.GetRequiredService<SendGridEmails>(),
                settings.Delivery.AllowedDomains
            ))
            .AddSingleton<ITeamsSender>(provider => TeamsOf(settings.Delivery, provider))
            .AddSingleton<IDutyGlossary, PackGlossary>()
            .AddSingleton<IStillOwed, StillOwed>()
            .AddSingleton<DigestLetters>()
            .AddSingleton<DigestTries>()
            .AddSingleton<TellLater>()
            .AddSingleton<SendDigests>()
            .AddSingleton<TellOfParked>()
            .AddSingleton<ParkedDigests>()
            .AddSingleton<ApplyDeliveryEvents>()
            .AddSingleton<SendGridWebhook>();

    private static IServiceCollection AddRecovery(this IServiceCollection services) =>
        services
            .AddSingleton<ExportTables>()
            .AddSingleton<RestoreTables>()
            .AddSingleton<CaseTraces>()
            .AddSingleton<EraseCase>();

    private static IServiceCollection AddOperations(this IServiceCollection services) =>
        services
            .AddSingleton<ServiceTelemetry>()
            .AddSingleton<ReadVitals>()
            .AddSingleton<RecordVitals>()
            .AddSingleton<PurgeExpired>();

    private static SendGridEmails EmailsOf(DeliverySettings settings, IServiceProvider services) =>
        new(
            settings.SendGridBaseUrl is null ? Uncaptured(settings, "SendGrid__BaseUrl") : settings,
            services.GetRequiredService<LetterHead>(),
            services.GetRequiredService<TimeProvider>()
        );

    private static GraphActivityFeed TeamsOf(DeliverySettings settings, IServiceProvider services) =>
        new(
            settings.GraphBaseUrl is null ? Uncaptured(settings, "Graph__BaseUrl") : settings,
            DeliveryCredential.Of(settings),
            services.GetRequiredService<TimeProvider>()
        );

    // Without a capture server the clients would go to the providers themselves, which capture mode must never do.
    private static DeliverySettings Uncaptured(DeliverySettings settings, string name) =>
        settings.Mode == DeliveryMode.Live
            ? settings
            : throw new SettingsException([
                $"{name} is missing: Delivery__Mode is capture, and there is no capture server",
            ]);

    private static TableStorage StorageOf(YosSettings settings) =>
        settings switch
        {
            { TableServiceUri: { } endpoint } => TableStorage.FromIdentity(endpoint, IdentityOf(settings)),
            { StorageConnection: { } connection } => TableStorage.FromConnectionString(connection),
            _ => throw new SettingsException([StorageSettings.MissingSentence]),
        };

    private static TokenCredential IdentityOf(YosSettings settings) =>
        settings.IdentityClientId is { } clientId
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
            : new DefaultAzureCredential();
}
