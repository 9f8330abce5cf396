using CsCheck;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Storage;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Storage;

public sealed class ToldTextTests
{
    private static readonly Gen<ToldMark> Marks = Gen.Select(
        Gen.OneOf(Gen.Const("initial-plan"), Gen.Const("rmp")),
        GenCaseload.Day,
        Gen.Enum<Audience>(),
        Gen.Enum<ChaseStep>(),
        Gen.Int[0, 60],
        Gen.OneOf(Gen.Const(""), GenCaseload.Id),
        GenCaseload.Day,
        Gen.Bool,
        (rule, clock, audience, step, repeat, person, day, kept) =>
            new ToldMark(rule, clock, audience, step, repeat, person, kept ? day : null)
    );

    [Fact]
    public void Read_WhatWasWritten_IsTheSameMarks() =>
        Marks.Array[0, 12].Sample(marks => Assert.Equal(marks, ToldText.Read(ToldText.Write([.. marks]))));

    [Fact]
    public void Read_LineWithoutAPerson_IsAMarkOfNobody() =>
        Assert.Equal(
            [new ToldMark("rmp", new DateOnly(2011, 10, 4), Audience.Owner, ChaseStep.Escalated, 2)],
            ToldText.Read("rmp 2011-10-04 owner escalated 2")
        );
}
