using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Web.Pages.Audits;

namespace YosWorkflow.Web.Pages.AuditRounds;

/// <summary>A round that was asked for and is not drawn yet.</summary>
/// <param name="Id">The round.</param>
public sealed record RoundWaitingModel(RoundId Id)
{
    internal string Name =>
        $"{AuditProgrammes.Find(Id.ProgrammeId)?.Title ?? Id.ProgrammeId}, {AuditWording.Month(Id.Month)}";
}
