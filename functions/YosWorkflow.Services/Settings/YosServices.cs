using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Settings;

/// <summary>Registers every use case and what they need. Both hosts call it.</summary>
public static class YosServices
{
    /// <summary>
    /// Adds them, by checked settings. <see cref="TimeProvider"/> is the machine's unless the host has added one; logging is the
    /// host's to add, and that the tables exist (<see cref="TableStorage.EnsureTablesAsync"/>) too.
    /// </summary>
    /// <exception cref="SettingsException">On the first use of storage: none is set.</exception>
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
            .AddAuditing(settings)
            .AddDelivery();
    }

    private static IServiceCollection AddStorage(this IServiceCollection services, YosSettings settings) =>
        services
            .AddSingleton(_ => StorageOf(settings))
            .AddSingleton<CaseloadTable>()
            .AddSingleton<ChasingTable>()
            .AddSingleton<DigestTable>()
            .AddSingleton<ChaseRunTable>()
            .AddSingleton<ImportRunTable>();

    private static IServiceCollection AddImport(this IServiceCollection services) =>
        services.AddSingleton<CaseloadImport>().AddSingleton<StagedImport>();

    private static IServiceCollection AddChasing(this IServiceCollection services) =>
        services
            .AddSingleton<ListObligations>()
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

    private static IServiceCollection AddAuditing(this IServiceCollection services, YosSettings settings) =>
        services
            .AddSingleton(settings.Audits)
            .AddSingleton<AuditTable>()
            .AddSingleton<DrawnSamples>()
            .AddSingleton<SampleFrame>()
            .AddSingleton<DrawSample>()
            .AddSingleton<AllocateRound>()
            .AddSingleton<SampleRound>()
            .AddSingleton<DrawDueRounds>()
            .AddSingleton<PlaceReadings>()
            .AddSingleton<CloseRound>()
            .AddSingleton<TellRound>()
            .AddSingleton<AuditDay>()
            .AddSingleton<OpenAuditItems>()
            .AddSingleton<INoticeSource, RoundNotices>()
            .AddSingleton<SaveReturn>()
            .AddSingleton<ReopenReturn>()
            .AddSingleton<CommentOnReturn>()
            .AddSingleton<AuditActions>()
            .AddSingleton<ReadRound>()
            .AddSingleton<ReadReturn>()
            .AddSingleton<ReadFindings>()
            .AddSingleton<VerifyDraw>();

    private static IServiceCollection AddDelivery(this IServiceCollection services) =>
        services
            .AddSingleton<SendDigests>()
            .AddSingleton<TellOfParked>()
            .AddSingleton<ApplyDeliveryEvents>()
            .AddSingleton<SendGridWebhook>();

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
