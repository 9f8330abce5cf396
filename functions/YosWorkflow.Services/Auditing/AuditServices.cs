using Microsoft.Extensions.DependencyInjection;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>Registers the use cases of the audits.</summary>
internal static class AuditServices
{
    /// <summary>Adds them. It comes after what they take the place of: <see cref="IStillOwed"/> of the cases alone.</summary>
    public static IServiceCollection AddAuditing(this IServiceCollection services, AuditSettings settings) =>
        services
            .AddSingleton(settings)
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
            .AddSingleton<TendReturn>()
            .AddSingleton<AuditDay>()
            .AddSingleton<INoticeSource, RoundNotices>()
            .AddSingleton<IDutyGlossary, AuditGlossary>()
            .AddSingleton<StillOwed>()
            .AddSingleton<IStillOwed, AuditsStillOwed>()
            .AddSingleton<SaveReturn>()
            .AddSingleton<ReopenReturn>()
            .AddSingleton<PassOnAudit>()
            .AddSingleton<CommentOnReturn>()
            .AddSingleton<AuditActions>()
            .AddSingleton<AuditPermits>()
            .AddSingleton<ReadRound>()
            .AddSingleton<ReadAudits>()
            .AddSingleton<ReadReturn>()
            .AddSingleton<ReadCaseAudit>()
            .AddSingleton<ReadFindings>()
            .AddSingleton<VerifyDraw>();
}
