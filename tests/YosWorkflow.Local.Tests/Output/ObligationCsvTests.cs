using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;
using YosWorkflow.Local.Output;
using YosWorkflow.Services.Chasing;

namespace YosWorkflow.Local.Tests.Output;

public sealed class ObligationCsvTests
{
    [Theory]
    [InlineData("K1", "K1")]
    [InlineData("K,1", "\"K,1\"")]
    [InlineData("K\"1", "\"K\"\"1\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+441234", "\"'+441234\"")]
    [InlineData("-K1", "\"'-K1\"")]
    [InlineData("@K1", "\"'@K1\"")]
    [InlineData("K=1", "K=1")]
    public void Write_AReference_IsOneFieldThatNoSpreadsheetRuns(string reference, string field)
    {
        using var output = new StringWriter();

        ObligationCsv.Write(Listed(reference), output);

        var line = output.ToString().Split('\n')[1];
        Assert.Equal($"{field},asset-start,2011-08-22,overdue,,CM1,30", line);
    }

    private static ObligationList Listed(string reference)
    {
        var staff = new Staff([]);
        var supervised = new Case
        {
            CaseRef = reference,
            Team = "North",
            CaseManagerId = "CM1",
            OrderType = OrderType.Yro,
            OrderMadeOn = new DateOnly(2011, 8, 1),
        };
        var owed = new List<Obligation>();
        new ObligationReader(
            StandardsPacks.Load(StandardsPacks.Default),
            WorkingDayCalendar.EnglandAndWales,
            staff
        ).Read(supervised, new DateOnly(2011, 10, 4), owed);
        return new ObligationList(
            new DateOnly(2011, 10, 4),
            staff,
            ["North"],
            [
                .. owed.Where(one => one.Rule.RuleId == "asset-start")
                    .Select(one => new ListedObligation(one, null)),
            ]
        );
    }
}
