using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Import;

namespace YosWorkflow.Services.Tests.Import;

/// <summary>What makes a row of a file one that can be imported, and what is said of one that is not.</summary>
public sealed class RowRuleTests
{
    private static readonly string[] Columns =
    [
        "case_ref",
        "team",
        "case_manager_id",
        "order_type",
        "order_made_on",
        "order_ends_on",
        "closed_on",
        "intervention_level",
        "rosh_level",
        "rosh_level_since",
        "vulnerability_level",
        "vulnerability_level_since",
        "custody_from",
        "custody_released_on",
        "secure_establishment",
        "looked_after",
        "child_in_need",
        "child_protection_plan",
    ];

    public static TheoryData<string, string, string> Wrong =>
        new()
        {
            { "case_ref", "", "is required, and there is nothing" },
            { "case_ref", "K/1", "holds '/', which can't be part of an identifier" },
            { "case_ref", "K\\1", "holds '\\', which can't be part of an identifier" },
            { "case_ref", "K#1", "holds '#', which can't be part of an identifier" },
            { "case_ref", "K?1", "holds '?', which can't be part of an identifier" },
            { "case_ref", "K|1", "holds '|', which can't be part of an identifier" },
            { "case_ref", "K\u00071", "holds a control character" },
            { "case_ref", new string('K', 101), "is longer than 100 characters" },
            { "case_ref", "=1+1", "begins as a formula does; a spreadsheet that opens it would run it" },
            { "team", "@SUM(A1)", "begins as a formula does; a spreadsheet that opens it would run it" },
            {
                "secure_establishment",
                "+44",
                "begins as a formula does; a spreadsheet that opens it would run it"
            },
            { "secure_establishment", new string('x', 201), "is longer than 200 characters" },
            { "case_manager_id", "", "is required, and there is nothing" },
            {
                "order_type",
                "community order",
                "is not one of referral_order, yro, yro_iss, reparation_order, dto, section_90_91, remand, bail_supervision"
            },
            { "order_made_on", "31/02/2011", "is not a day of the calendar" },
            { "order_made_on", "2011-02-29", "is not a day of the calendar" },
            { "order_made_on", "04/14/2011", "is not a day of the calendar" },
            { "order_made_on", "14.04.2011", "is not a date as yyyy-MM-dd or dd/MM/yyyy" },
            { "order_made_on", "14/04/11", "is not a date as yyyy-MM-dd or dd/MM/yyyy" },
            { "order_made_on", "=TODAY()", "is not a date as yyyy-MM-dd or dd/MM/yyyy" },
            { "order_made_on", "1911-04-14", "is before 1990-01-01, which can't be right" },
            { "order_ends_on", "2911-04-14", "is after 2100-12-31, which can't be right" },
            { "order_ends_on", "13/04/2011", "is before the order was made on 2011-04-14" },
            { "closed_on", "2011-04-13", "is before the order was made on 2011-04-14" },
            { "custody_released_on", "2011-04-30", "is before custody began on 2011-05-01" },
            { "intervention_level", "very intensive", "is not one of standard, enhanced, intensive" },
            { "rosh_level", "extreme", "is not one of low, medium, high, very_high" },
            { "vulnerability_level", "1", "is not one of low, medium, high, very_high" },
            { "looked_after", "yes", "is not one of none, own, other" },
            { "child_in_need", "yes", "is neither Y nor N" },
            { "child_protection_plan", "1", "is neither Y nor N" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Read_AFieldThatIsWrong_RejectsItsRowAloneAndSaysWhatIsWrong(
        string column,
        string value,
        string reason
    )
    {
        var good = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["case_ref"] = "K2",
            ["team"] = "East",
            ["case_manager_id"] = "CM1",
            ["order_type"] = "yro",
            ["order_made_on"] = "14/04/2011",
            ["custody_from"] = "2011-05-01",
        };
        var bad = new Dictionary<string, string>(good, StringComparer.Ordinal)
        {
            ["case_ref"] = "K3",
            [column] = value,
        };

        var (read, _) = await Csv.ReadAsync(
            Csv.Files(cases: Csv.Lines(string.Join(',', Columns), Row(good), Row(bad)))
        );

        Assert.Equal(["K2"], read.Cases.Rows.Select(row => row.Case.CaseRef));
        Assert.Equal((2, 1), (read.Cases.Read, read.Cases.Rejected));
        var problem = Assert.Single(read.Cases.Problems.InOrder);
        Assert.Equal(("cases.csv", 3, column), (problem.File, problem.Line, problem.Column));
        Assert.Equal(value.Length > 200 ? value[..200] + "…" : value, problem.Value);
        Assert.Equal(reason, problem.Reason);
        Assert.Equal(ProblemSeverity.Rejected, problem.Severity);
    }

    [Fact]
    public async Task Read_SeveralFaultsInARow_AreAllNamedAndItIsCountedOnce()
    {
        var (read, _) = await Csv.ReadAsync(
            Csv.Files(cases: Csv.Lines(Csv.CasesHeader, "K/1,,CM1,order,31/02/2011"))
        );

        Assert.Equal(1, read.Cases.Rejected);
        Assert.Equal(
            ["case_ref", "team", "order_type", "order_made_on"],
            read.Cases.Problems.InOrder.Select(problem => problem.Column)
        );
    }

    [Theory]
    [InlineData("2011-04-14")]
    [InlineData("14/04/2011")]
    public async Task Read_EitherFormOfDate_IsTheSameDay(string text)
    {
        var (read, _) = await Csv.ReadAsync(
            Csv.Files(cases: Csv.Lines(Csv.CasesHeader, $"K1,East,CM1,YRO,{text}"))
        );

        Assert.Equal(new DateOnly(2011, 4, 14), Assert.Single(read.Cases.Rows).Case.OrderMadeOn);
    }

    [Fact]
    public async Task Read_TheSameReferenceTwice_TakesTheFirstAndNamesItsLine()
    {
        var (read, _) = await Csv.ReadAsync(
            Csv.Files(
                Csv.Lines(
                    Csv.StaffHeader,
                    "CM1,A,a@yos.example,case_manager,East,",
                    "CM1,B,b@yos.example,case_manager,East,"
                ),
                Csv.Lines(
                    Csv.CasesHeader,
                    "K1,East,CM1,yro,31/02/2011",
                    "K1,East,CM1,yro,2011-04-14",
                    "K1,West,CM1,yro,2011-04-14"
                )
            )
        );

        Assert.Equal("A", Assert.Single(read.Staff.Rows).Member.Name);
        Assert.Equal("East", Assert.Single(read.Cases.Rows).Case.Team);
        Assert.Equal(
            ["staff.csv 3 staff_id: CM1 is on line 2 already"],
            read.Staff.Problems.InOrder.Select(Csv.Text)
        );
        Assert.Contains(
            "cases.csv 4 case_ref: K1 is on line 3 already",
            read.Cases.Problems.InOrder.Select(Csv.Text)
        );
    }

    [Fact]
    public async Task Plan_TheSameMilestoneTwice_IsOneAndNoFault()
    {
        var (_, plan) = await Csv.ReadAsync(
            Csv.Files(
                Csv.Staff,
                Csv.Cases,
                Csv.Lines(
                    Csv.MilestonesHeader,
                    "K1,review,2011-06-01,CM1",
                    "K1,review,01/06/2011,CM1",
                    "K1,review,2011-06-01,PS1",
                    "K1,review,2011-06-02,"
                )
            )
        );

        Assert.Equal(new FileCounts(4, 2, 0, 2, 0), plan.Counts.Milestones);
        Assert.Equal(
            ["milestones.csv 4 recorded_by_id: PS1 recorded what CM1 recorded by line 2; that stands"],
            plan.Problems.Select(Csv.Text)
        );
        var one = plan.Cases.Single(written => written.Case.CaseRef == "K1").Case;
        Assert.Equal(
            [
                new CompletedMilestone(MilestoneKind.Review, new DateOnly(2011, 6, 1), "CM1"),
                new CompletedMilestone(MilestoneKind.Review, new DateOnly(2011, 6, 2), null),
            ],
            one.Milestones.AsEnumerable()
        );
    }

    [Fact]
    public async Task Plan_ReferencesThatDoNotResolve_AreWarningsAndKept()
    {
        var (_, plan) = await Csv.ReadAsync(
            Csv.Files(
                Csv.Lines(
                    Csv.StaffHeader + ",covered_by_id",
                    "CM1,A,a@yos.example,case_manager,East,PS9,CM9"
                ),
                Csv.Lines(Csv.CasesHeader, "K1,East,CM8,yro,2011-04-14"),
                Csv.Lines(
                    Csv.MilestonesHeader,
                    "K1,review,2011-06-01,CM7",
                    "K1,review,2011-06-02,CM7",
                    "K9,review,2011-06-01,CM1"
                )
            )
        );

        Assert.All(plan.Problems, problem => Assert.Equal(ProblemSeverity.Warning, problem.Severity));
        Assert.Equal(
            [
                "staff.csv 2 line_manager_id: PS9 is not in the staff list",
                "staff.csv 2 covered_by_id: CM9 is not in the staff list",
                "cases.csv 2 case_manager_id: CM8 is not in the staff list; the case is kept, and nobody can be told of it until they are",
                "milestones.csv 2 recorded_by_id: CM7 is not in the staff list, here and on 1 more line",
                "milestones.csv 4 case_ref: K9 is no case that is known; the milestone is kept until it comes",
            ],
            plan.Problems.Select(Csv.Text)
        );
        Assert.Equal("PS9", Assert.Single(plan.Staff).Member.LineManagerId);
        Assert.Equal("CM8", Assert.Single(plan.Cases).Case.CaseManagerId);
        Assert.Equal("K9", Assert.Single(plan.Unplaced).CaseRef);
        Assert.Equal(new FileCounts(3, 3, 0, 0, 0), plan.Counts.Milestones);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@b@c")]
    [InlineData("A <a@yos.example>")]
    public async Task Read_WhatIsNoAddress_RejectsTheRow(string email)
    {
        var (read, _) = await Csv.ReadAsync(
            Csv.Files(staff: Csv.Lines(Csv.StaffHeader, $"CM1,A,{email},case_manager,East,"))
        );

        Assert.Equal(
            [$"staff.csv 2 email: {email} is not an email address"],
            read.Staff.Problems.InOrder.Select(Csv.Text)
        );
    }

    private static string Row(Dictionary<string, string> values) =>
        string.Join(',', Columns.Select(column => $"\"{values.GetValueOrDefault(column, "")}\""));
}
