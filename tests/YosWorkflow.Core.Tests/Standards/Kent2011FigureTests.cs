using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Standards;
using YosWorkflow.TestKit;

namespace YosWorkflow.Core.Tests.Standards;

public sealed class Kent2011FigureTests
{
    private static readonly List<Obligation> Obligations = Read();

    [Fact]
    public void Kent2011_OnItsDay_HasTheKnownFigures() =>
        Assert.Equal(
            (657, 3, 768),
            (
                Obligations.Count(o => o.Status == ObligationStatus.Overdue),
                Obligations.Count(o => o.Status == ObligationStatus.DueToday),
                Obligations.Count(o => o.Status == ObligationStatus.Upcoming)
            )
        );

    [Theory]
    [InlineData("learning-styles", 238)]
    [InlineData("what-do-you-think", 167)]
    [InlineData("plan-review", 56)]
    [InlineData("risk-meeting", 41)]
    [InlineData("asset-start", 31)]
    public void Kent2011_OnItsDay_HasTheKnownOverdueByRule(string ruleId, int expected) =>
        Assert.Equal(
            expected,
            Obligations.Count(o => o.Status == ObligationStatus.Overdue && o.Rule.RuleId == ruleId)
        );

    private static List<Obligation> Read()
    {
        var reader = new ObligationReader(
            StandardsPacks.Load(StandardsPacks.Default),
            WorkingDayCalendar.EnglandAndWales,
            Kent2011.Staff
        );
        var obligations = new List<Obligation>();
        foreach (var supervised in Kent2011.Cases)
        {
            reader.Read(supervised, Kent2011.AsOf, obligations);
        }

        return obligations;
    }
}
