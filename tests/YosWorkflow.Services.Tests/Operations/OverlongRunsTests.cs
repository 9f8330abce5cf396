using YosWorkflow.Services.Operations;

namespace YosWorkflow.Services.Tests.Operations;

public sealed class OverlongRunsTests
{
    private static readonly DateTimeOffset Now = new(2011, 10, 4, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("ChaseDay", 4.0, false)]
    [InlineData("ChaseDay", 4.1, true)]
    [InlineData("ImportCaseload", 4.1, true)]
    [InlineData("WhoeverKnows", 4.1, true)]
    [InlineData("AuditRound", 24 * 120, false)]
    [InlineData("AuditReturn", 24 * 90, false)]
    [InlineData("AuditRound", 24 * 121, true)]
    public void Of_WhatWorksOrWaits_HasItsOwnLimit(string name, double hours, bool overlong)
    {
        var running = new RunningOrchestration("id", name, Now.AddHours(-hours));

        Assert.Equal(overlong, OverlongRuns.Of([running], Now).Count == 1);
    }

    [Fact]
    public void Of_Several_GivesTheOldestFirst()
    {
        RunningOrchestration[] running =
        [
            new("b", "ChaseDay", Now.AddHours(-5)),
            new("c", "ChaseDay", Now.AddHours(-6)),
            new("a", "ChaseDay", Now.AddHours(-5)),
        ];

        Assert.Equal(["c", "a", "b"], OverlongRuns.Of(running, Now).Select(one => one.InstanceId));
    }
}
