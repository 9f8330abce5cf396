using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Core.Tests.Chasing;

public sealed class LadderTests
{
    [Theory]
    [InlineData(Audience.Owner, -6, null)]
    [InlineData(Audience.Owner, -5, "early 0")]
    [InlineData(Audience.Owner, -1, "early 0")]
    [InlineData(Audience.Owner, 0, "due 0")]
    [InlineData(Audience.Owner, 1, "overdue 0")]
    [InlineData(Audience.Owner, 4, "overdue 0")]
    [InlineData(Audience.Owner, 5, "escalated 0")]
    [InlineData(Audience.Owner, 9, "escalated 0")]
    [InlineData(Audience.Owner, 10, "escalated 1")]
    [InlineData(Audience.Owner, 27, "escalated 4")]
    [InlineData(Audience.PracticeSupervisor, 0, null)]
    [InlineData(Audience.PracticeSupervisor, 1, "overdue 0")]
    [InlineData(Audience.PracticeSupervisor, 5, "escalated 0")]
    [InlineData(Audience.TeamManager, 4, null)]
    [InlineData(Audience.TeamManager, 5, "escalated 0")]
    [InlineData(Audience.HeadOfService, 9, null)]
    [InlineData(Audience.HeadOfService, 10, "head_of_service 0")]
    [InlineData(Audience.HeadOfService, 99, "head_of_service 0")]
    public void LatestFor_TheDefaultLadder_IsTheTableOfSteps(
        Audience audience,
        int offset,
        string? expected
    ) => Assert.Equal(expected, Latest(audience, offset, highRisk: false));

    [Theory]
    [InlineData(Audience.TeamManager, 0, null)]
    [InlineData(Audience.TeamManager, 1, "overdue 0")]
    [InlineData(Audience.TeamManager, 5, "escalated 0")]
    [InlineData(Audience.HeadOfService, 2, null)]
    [InlineData(Audience.HeadOfService, 3, "head_of_service 0")]
    public void LatestFor_HighRisk_TellsManagersSooner(Audience audience, int offset, string? expected) =>
        Assert.Equal(expected, Latest(audience, offset, highRisk: true));

    [Theory]
    [InlineData("""{ "ladder_id": "x", "version": 1, "steps": [] }""", "it has no step")]
    [InlineData(
        """{ "ladder_id": "x", "version": 1, "steps": [{ "step": "due", "at": 0, "tells": [] }] }""",
        "step 'due' tells nobody"
    )]
    [InlineData(
        """{ "ladder_id": "x", "version": 1, "steps": [{ "step": "due", "at": 0, "tells": [{ "audience": "owner", "by": [] }] }] }""",
        "step 'due' tells somebody by no way"
    )]
    [InlineData(
        """{ "ladder_id": "x", "version": 1, "steps": [{ "step": "due", "at": 0, "every": 0, "tells": [{ "audience": "owner", "by": ["email"] }] }] }""",
        "step 'due' repeats every 0 working days"
    )]
    [InlineData(
        """{ "ladder_id": "x", "version": 1, "steps": [{ "step": "due", "at": 0, "tells": [{ "audience": "owner", "by": ["email"] }] }, { "step": "early", "at": -5, "tells": [{ "audience": "owner", "by": ["email"] }] }] }""",
        "step 'early' comes twice or out of order"
    )]
    public void Read_AFaultyLadder_NamesFileAndStep(string json, string fault) =>
        Assert.Equal(
            $"my.json: {fault}.",
            Assert.Throws<FormatException>(() => LadderFile.Read("my.json", json)).Message
        );

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{ "ladder_id": "x", "version": 1 }""")]
    [InlineData("""{ "ladder_id": "x", "version": 1, "steps": [{ "step": "dew", "at": 0, "tells": [] }] }""")]
    public void Read_NotALadder_NamesTheFile(string json) =>
        Assert.StartsWith(
            "my.json: ",
            Assert.Throws<FormatException>(() => LadderFile.Read("my.json", json)).Message,
            StringComparison.Ordinal
        );

    private static string? Latest(Audience audience, int offset, bool highRisk) =>
        Ladder.Default.LatestFor(audience, offset, highRisk) is var (step, repeat)
            ? $"{Codes<ChaseStep>.Of(step.Step)} {repeat}"
            : null;
}
