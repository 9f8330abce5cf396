using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Services.Import;

/// <summary>A row of milestones.csv that was understood.</summary>
internal sealed record MilestoneRow(int Line, string CaseRef, CompletedMilestone Milestone);

/// <summary>Reads milestones.csv. The same milestone may come more than once; that is for the comparison to see.</summary>
internal static class MilestoneRows
{
    public static FileRows<MilestoneRow> Read(byte[]? content, ProblemLog problems) =>
        FileRows<MilestoneRow>.Of(CaseloadFile.Milestones, content, problems, ReadRow);

    private static MilestoneRow? ReadRow(RowFields fields)
    {
        var caseRef = fields.Id("case_ref");
        var kind = fields.Code<MilestoneKind>("milestone");
        var completedOn = fields.Day("completed_on");
        var recordedBy = fields.Id("recorded_by_id");
        return fields.HasFault
            ? null
            : new MilestoneRow(
                fields.Line,
                caseRef!,
                new CompletedMilestone(kind!.Value, completedOn!.Value, recordedBy)
            );
    }
}
