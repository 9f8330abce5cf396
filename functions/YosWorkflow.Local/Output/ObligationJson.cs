using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Chasing;

namespace YosWorkflow.Local.Output;

/// <summary>Obligations as JSON: the columns of the CSV, and the team.</summary>
internal static class ObligationJson
{
    /// <summary>Writes them.</summary>
    public static void Write(ObligationList found, TextWriter output) =>
        SnakeJson.Write(
            new Listed(found.AsOf, [.. found.Obligations.Select(one => Item.Of(one.Obligation))]),
            output
        );

    private sealed record Listed(DateOnly AsOf, IReadOnlyList<Item> Obligations);

    private sealed record Item(
        string CaseRef,
        string Team,
        string RuleId,
        DateOnly DueOn,
        ObligationStatus Status,
        DateOnly? MetOn,
        string OwedById,
        int WorkingDaysOverdue
    )
    {
        public static Item Of(Obligation owed) =>
            new(
                owed.Case.CaseRef,
                owed.Case.Team,
                owed.Rule.RuleId,
                owed.DueOn,
                owed.Status,
                owed.MetOn,
                owed.OwedById,
                owed.WorkingDaysOverdue
            );
    }
}
