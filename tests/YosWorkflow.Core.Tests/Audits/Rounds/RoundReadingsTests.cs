using CsCheck;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Tests.Audits.Rounds;

public sealed class RoundReadingsTests
{
    private static readonly DateOnly Day = new(2011, 11, 10);
    private static readonly Dictionary<string, Case> NoChange = new(StringComparer.Ordinal);

    [Fact]
    public void Decide_EverythingLiesWell_ChangesNothing()
    {
        var placed = Decide(Some.Of(Some.Standing()), Some.Staff);

        Assert.Empty(placed.Audits);
        Assert.Empty(placed.Seconds);
    }

    [Fact]
    public void Decide_AuditorAway_GoesToWhoeverHasLeast()
    {
        var standing = Some.Of(
            Some.Standing("K1"),
            Some.Standing("K2", "CMB2"),
            Some.Standing("K3", "CMB3"),
            Some.Standing("K4", "CMC1"),
            Some.Standing("K5", "CMC2")
        );

        var placed = Decide(standing, Without("CMB1"));

        Assert.Equal("K1", placed.Audits.Single().CaseRef);
        var assignment = placed.Audits.Single().Assignment;
        Assert.Equal(
            ("CMC3", Day, "CMB1"),
            (assignment.ReaderId, assignment.Since, assignment.Before.Single())
        );
    }

    [Fact]
    public void Decide_AuditorAwayWhoHandedItIn_StaysAsItIs() =>
        Assert.DoesNotContain(
            Decide(Some.Of(Some.Standing(submitted: Some.Submitted(Day))), Without("CMB1")).Audits,
            placed => placed.CaseRef == "K1"
        );

    [Fact]
    public void Decide_CaseWentToTheAuditor_GoesToAnother()
    {
        var moved = new Case
        {
            CaseRef = "K1",
            Team = "B",
            CaseManagerId = "CMB1",
            OrderType = OrderType.Yro,
            OrderMadeOn = new(2011, 6, 1),
        };

        var placed = RoundReadings.Decide(
            Some.Of(Some.Standing()),
            new Dictionary<string, Case>(StringComparer.Ordinal) { ["K1"] = moved },
            Some.Staff,
            int.MaxValue,
            Day
        );

        Assert.DoesNotContain(
            Some.Staff.Find(placed.Audits.Single().Assignment.ReaderId)!.Team,
            (string?[])["B"]
        );
    }

    [Fact]
    public void Decide_NobodyLeft_SaysWhyOnceAndTriesAgainLater()
    {
        var nobody = new Staff(Some.Members.Select(member => member with { CanAudit = false }));
        var first = Decide(Some.Of(Some.Standing()), nobody).Audits.Single().Assignment;
        var without = Some.Standing() with { Case = Some.Standing().Case with { Audit = first } };

        Assert.Equal((null, "Nobody at work can audit."), (first.ReaderId, first.WhyNobody));
        Assert.Empty(Decide(Some.Of(without), nobody).Audits);
        Assert.NotNull(Decide(Some.Of(without), Some.Staff).Audits.Single().Assignment.ReaderId);
    }

    [Fact]
    public void Decide_AClosedRound_ChangesNothing() =>
        Assert.Empty(
            Decide(
                Some.Of(Some.Standing()) with
                {
                    Round = Some.Round(state: RoundState.Closed),
                },
                Without("CMB1")
            ).Audits
        );

    [Fact]
    public void Decide_WhoeverIsAway_NobodyReadsTheirOwnTeamsOrOwnCaseOrTheSameTwice() =>
        Gen.Select(
                Gen.Select(Gen.Int[0, 2], Gen.Int[0, 8], Gen.Bool).Array[1, 15],
                Gen.Int[0, 8].HashSet[0, 6]
            )
            .Sample(
                (drawn, away) =>
                {
                    var managers = Some.Staff.Members.Where(m => m.Role == StaffRole.CaseManager).ToArray();
                    var staff = new Staff(
                        Some.Members.Select(member =>
                            member with
                            {
                                Active = !away.Contains(Array.IndexOf(managers, member)),
                            }
                        )
                    );
                    var standing = Some.Of([.. drawn.Select((one, n) => Standing(n, one, managers))]);

                    var placed = Decide(standing, staff);

                    foreach (var item in standing.Cases)
                    {
                        var audit = Of(placed.Audits, item.Case.CaseRef) ?? item.Case.Audit;
                        var second = Of(placed.Seconds, item.Case.CaseRef) ?? item.Second;
                        AssertFit(staff, item, audit, isIn: item.IsIn);
                        if (second is not null)
                        {
                            AssertFit(staff, item, second, isIn: false);
                            Assert.True(
                                second.ReaderId is null || second.ReaderId != item.Case.Audit.ReaderId
                            );
                        }
                    }
                }
            );

    private static CaseStanding Standing(
        int number,
        (int Team, int Auditor, bool IsIn) drawn,
        StaffMember[] managers
    )
    {
        var manager = managers[drawn.Team * 3];
        var auditor = managers[drawn.Auditor];
        var own = auditor.Team == manager.Team;
        return new CaseStanding(
            new SampledCase(
                $"K{Some.Text(number)}",
                manager.Team!,
                manager.Team!,
                manager.StaffId,
                manager.LineManagerId,
                new Assignment(own ? null : auditor.StaffId, Some.FirstOfNovember, own ? "x" : null, [])
            ),
            drawn.IsIn && !own ? Some.Submitted(Day) : null,
            null,
            null,
            [],
            []
        );
    }

    private static void AssertFit(Staff staff, CaseStanding item, Assignment assignment, bool isIn)
    {
        if (assignment.ReaderId is null || isIn)
        {
            return;
        }

        var reader = staff.Find(assignment.ReaderId)!;
        Assert.True(reader is { Active: true, CanAudit: true });
        Assert.NotEqual(item.Case.Team, reader.Team);
        Assert.NotEqual(item.Case.CaseManagerId, reader.StaffId);
        Assert.NotEqual(item.Case.PracticeSupervisorId, reader.StaffId);
    }

    private static Assignment? Of(
        IEnumerable<(string CaseRef, Assignment Assignment)> placed,
        string caseRef
    ) => placed.FirstOrDefault(one => one.CaseRef == caseRef).Assignment;

    private static PlacedReadings Decide(RoundStanding standing, Staff staff) =>
        RoundReadings.Decide(standing, NoChange, staff, int.MaxValue, Day);

    private static Staff Without(string away) =>
        new(Some.Members.Select(member => member with { Active = member.StaffId != away }));
}
