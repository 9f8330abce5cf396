using System.Collections.Concurrent;
using YosWorkflow.Core.Audits;

namespace YosWorkflow.Services.Storage;

/// <summary>Reads the programmes that rounds have kept. There are as many as versions, so each is read once.</summary>
internal static class KeptProgrammes
{
    private static readonly ConcurrentDictionary<ProgrammeText, AuditProgramme> Known = new();

    public static AuditProgramme Read(ProgrammeText text) => Known.GetOrAdd(text, AuditProgrammes.Read);
}
