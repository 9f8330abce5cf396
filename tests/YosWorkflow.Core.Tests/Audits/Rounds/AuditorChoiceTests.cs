using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Tests.Audits.Rounds;

public sealed class AuditorChoiceTests
{
    private static readonly Dictionary<string, Case> AsDrawn = [];

    [Fact]
    public void CandidatesFor_ACase_NamesEverybodyWhoAuditsAndWhyOthersMayNot()
    {
        var away = new Staff(
            Some.Members.Select(member =>
                member.StaffId switch
                {
                    "CMC3" => member with { Active = false },
                    "PSA" => member with { CanAudit = true, Team = "B" },
                    _ => member,
                }
            )
        );

        var candidates = Of(Some.Of(Some.Standing()), away).CandidatesFor(Some.Standing());

        Assert.Equal(
            [
                "CMB2 ",
                "CMB3 ",
                "CMC1 ",
                "CMC2 ",
                "CMB1 ",
                "CMA1 Manages",
                "CMA2 IsOfItsTeam",
                "CMA3 IsOfItsTeam",
                "CMC3 IsAway",
                "PSA Supervises",
            ],
            candidates.Select(one => $"{one.Person.StaffId} {one.WhyNot}")
        );
    }

    [Fact]
    public void WhyNot_AsManyAsTheyCanTake_IsFullUnlessItIsTheirs()
    {
        var (mine, other) = (Some.Standing("K1"), Some.Standing("K2", "CMB2"));
        var choice = Of(Some.Of(mine, other), Some.Staff, capacity: 1);

        Assert.Equal(WhyNotAuditor.IsFull, choice.WhyNot(other, "CMB1"));
        Assert.Null(choice.WhyNot(mine, "CMB1"));
        Assert.Null(choice.WhyNot(mine, "CMC1"));
    }

    // The case has moved to team B since it was drawn: those of A managed it then, those of B do now.
    [Fact]
    public void WhyNot_TheCaseHasMoved_NeitherTeamMayAuditIt()
    {
        var item = Some.Standing();
        var moved = item.Case.AsDrawn() with { Team = "B", CaseManagerId = "CMB2" };
        var choice = new AuditorChoice(
            Some.Of(item),
            new Dictionary<string, Case>(StringComparer.Ordinal) { ["K1"] = moved },
            Some.Staff,
            capacity: 10
        );

        Assert.Equal(WhyNotAuditor.Manages, choice.WhyNot(item, "CMA1"));
        Assert.Equal(WhyNotAuditor.IsOfItsTeam, choice.WhyNot(item, "CMB3"));
        Assert.Null(choice.WhyNot(item, "CMC1"));
    }

    [Fact]
    public void WhyNot_TheSecondReader_MayNotAuditWhatTheyCheck()
    {
        var item = Some.Standing() with { Second = new Assignment("CMC1", Some.FirstOfNovember, null, []) };

        Assert.Equal(WhyNotAuditor.ReadsItOtherwise, Of(Some.Of(item), Some.Staff).WhyNot(item, "CMC1"));
    }

    [Fact]
    public void ExchangesFor_ACase_AreThoseThatLieWithAnotherWhoMayAndAreNotIn()
    {
        var item = Some.Standing("K1");
        var standing = Some.Of(
            item,
            Some.Standing("K2"),
            Some.Standing("K3", "CMC1"),
            Some.Standing("K4", "CMC2", Some.Submitted(Some.FirstOfNovember)),
            Some.Standing("K5", auditorId: null)
        );

        Assert.Equal(["K3"], Of(standing, Some.Staff).ExchangesFor(item).Select(other => other.Case.CaseRef));
    }

    [Fact]
    public void WhyNotExchange_TheOtherMayNotAuditIt_SaysWhoAndWhy()
    {
        var item = Some.Standing("K1");
        var other = Some.Standing("K2", "CMA2");

        var fault = Of(Some.Of(item, other), Some.Staff).WhyNotExchange(item, other);

        Assert.Equal(("CMA2", WhyNotAuditor.IsOfItsTeam), (fault!.AuditorId!, fault.WhyNot!.Value));
    }

    [Fact]
    public void GivenTo_Another_KeepsWhyAndWhoHadItBefore()
    {
        var given = Some.Standing().Case.Audit.GivenTo("CMC1", "EPM1", "Ill.", new(2011, 11, 7));

        Assert.Equal(("CMC1", new DateOnly(2011, 11, 7)), (given.ReaderId!, given.Since));
        Assert.Equal(["CMB1"], given.Before);
        Assert.Equal([new HandOver("CMB1", "CMC1", new(2011, 11, 7), "EPM1", "Ill.")], given.HandOvers);
        Assert.Equal(given.HandOvers, given.PassedOn("CMC2", null, new(2011, 11, 8)).HandOvers);
    }

    private static AuditorChoice Of(RoundStanding standing, Staff staff, int capacity = 10) =>
        new(standing, AsDrawn, staff, capacity);
}
