using YosWorkflow.Core.Audits;

namespace YosWorkflow.Core.Tests.Audits;

public sealed class FindingsTests
{
    private static readonly DateOnly October = new(2011, 10, 1);

    private static readonly AuditTemplate Template = new(
        "t",
        1,
        "T",
        [
            new(
                "s",
                "S",
                [Question("plan", "planning"), Question("review", "review"), Question("panel", "review")]
            ),
        ]
    );

    [Fact]
    public void Month_ReturnsOfSeveralMonths_AreComparedWithTheOneBeforeAndTheTwelveBefore()
    {
        var findings = FindingsOf.Month(
            Template,
            October,
            [
                Return(October, "East", AuditAnswer.Met, AuditAnswer.NotMet),
                Return(October, "West", AuditAnswer.Met, AuditAnswer.NotApplicable),
                Return(October.AddMonths(-1), "East", AuditAnswer.NotMet, AuditAnswer.Met),
                Return(October.AddMonths(-12), "East", AuditAnswer.Met, AuditAnswer.Met),
                Return(October.AddMonths(-13), "East", AuditAnswer.NotMet, AuditAnswer.Met),
                Return(October.AddMonths(1), "East", AuditAnswer.NotMet, AuditAnswer.Met),
            ]
        );

        var plan = findings.Questions[0];
        Assert.Equal((2, 2, 0, 0), (findings.Returns, plan.Met, plan.NotMet, plan.NotApplicable));
        Assert.Equal((0.0, 0.5), (plan.MonthBefore, plan.LastTwelveMonths));
        Assert.Equal(
            (0, 1, 1),
            (findings.Questions[1].Met, findings.Questions[1].NotMet, findings.Questions[1].NotApplicable)
        );
        Assert.Equal(1.0, findings.Themes.Single(theme => theme.Of == "planning").Share!.Value.Share);
        Assert.Equal(["East", "West"], findings.Teams.Select(team => team.Of));
        Assert.Equal(0.5, findings.Teams[0].Share!.Value.Share);
    }

    [Fact]
    public void Month_QuestionsMetMoreAndLess_AreRankedByWhatIsSure()
    {
        var findings = FindingsOf.Month(
            Template,
            October,
            [
                .. Enumerable
                    .Range(0, 20)
                    .Select(n =>
                        Return(October, "East", AuditAnswer.Met, n < 2 ? AuditAnswer.Met : AuditAnswer.NotMet)
                    ),
            ]
        );

        Assert.Equal("plan", findings.Strengths[0].Of);
        Assert.Equal("review", findings.Improvements[0].Of);
        Assert.DoesNotContain(findings.Improvements, finding => finding.Of == "panel");
    }

    [Fact]
    public void Month_NoReturns_SaysNothing()
    {
        var findings = FindingsOf.Month(Template, October, []);

        Assert.Null(findings.Programme.Share);
        Assert.Empty(findings.Strengths);
        Assert.Empty(findings.Teams);
    }

    private static AuditQuestion Question(string id, string theme) => new(id, $"{id}?", "", theme, 1, []);

    private static SubmittedReturn Return(
        DateOnly month,
        string team,
        AuditAnswer plan,
        AuditAnswer review
    ) => new(month, team, [new("plan", plan, ""), new("review", review, "")]);
}
