using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;

namespace YosWorkflow.Core.Tests.Audits.Rounds;

public sealed class ReturnEditsTests
{
    private static readonly DateOnly Day = new(2011, 11, 10);

    [Fact]
    public void Save_InParts_KeepsBothAndTheTemplatesOrder()
    {
        var first = Changed(Save(null, null, Answer("supervision", AuditAnswer.Met)));
        var second = Changed(Save(first, 1, Answer("offending-behaviour", AuditAnswer.Partly, "half")));

        Assert.Equal(["offending-behaviour", "supervision"], second.Answers.Select(one => one.QuestionId));
        Assert.Equal((2, ReturnState.Started), (second.Version, second.State));
        Assert.Equal(["offending-behaviour"], second.ChangedSince(1).Select(one => one.QuestionId));
    }

    [Fact]
    public void Save_ANoteWithoutItsAnswer_IsKeptAndDoesNotCountAsAnswered()
    {
        var noted = Changed(Note(null, null, "supervision", "Seen."));
        var again = Note(noted, null, "supervision", "Seen.");
        var answered = Changed(Save(noted, 1, Answer("supervision", AuditAnswer.Met, "Seen.")));
        var cleared = Changed(Note(answered, 2, "supervision", ""));

        Assert.Equal(new GivenAnswer("supervision", null, "Seen.", 1), noted.Answers.Single());
        Assert.Equal(0, noted.Answered);
        Assert.Empty(noted.ToAnswers());
        Assert.IsType<ReturnDecision.Unchanged>(again);
        Assert.Equal(1, answered.Answered);
        Assert.Equal(new GivenAnswer("supervision", AuditAnswer.Met, "", 3), cleared.Answers.Single());
    }

    [Fact]
    public void Save_ANoteOnAQuestionThatThereIsNot_IsInvalid() =>
        Assert.IsType<ReturnDecision.Invalid>(Note(null, null, "height", "Tall."));

    [Fact]
    public void Save_TheSameAgain_ChangesNothingWhateverItIsBasedOn()
    {
        var first = Changed(Save(null, null, Answer("supervision", AuditAnswer.Met)));

        Assert.Same(
            first,
            Assert
                .IsType<ReturnDecision.Unchanged>(Save(first, null, Answer("supervision", AuditAnswer.Met)))
                .Return
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(9)]
    public void Save_BasedOnAnotherVersion_IsStaleAndSaysWhatChanged(int? basedOn)
    {
        var first = Changed(Save(null, null, Answer("supervision", AuditAnswer.Met)));
        var second = Changed(Save(first, 1, Answer("countersigned", AuditAnswer.NotMet, "late")));

        var stale = Assert.IsType<ReturnDecision.Stale>(
            Save(second, basedOn, Answer("supervision", AuditAnswer.NotMet, "none"))
        );

        Assert.Same(second, stale.Now);
        Assert.Equal(
            basedOn switch
            {
                null => ["countersigned", "supervision"],
                1 => ["countersigned"],
                _ => Array.Empty<string>(),
            },
            stale.ChangedAnswers.Select(one => one.QuestionId)
        );
    }

    [Fact]
    public void Save_UnknownQuestionOrTwice_IsInvalid()
    {
        var invalid = Assert.IsType<ReturnDecision.Invalid>(
            Save(
                null,
                null,
                Answer("height", AuditAnswer.Met),
                Answer("supervision", AuditAnswer.Met),
                Answer("supervision", AuditAnswer.NotMet, "x")
            )
        );

        Assert.Equal(["height", "supervision"], invalid.Problems.Select(problem => problem.QuestionId));
    }

    [Fact]
    public void Save_SubmittedWithSomeMissing_NamesThemAndIsNotKept()
    {
        var invalid = Assert.IsType<ReturnDecision.Invalid>(
            ReturnEdits.Save(Some.Programme.Template, null, Part(null, submit: true))
        );

        Assert.Equal(Some.Programme.Template.Questions.Count(), invalid.Problems.Length);
    }

    [Fact]
    public void Save_Submitted_GoesInOnceAndTakesNoChangeAfterwards()
    {
        var submitted = Changed(
            ReturnEdits.Save(Some.Programme.Template, null, Part(null, submit: true, [.. Some.AllMet()]))
        );
        var again = ReturnEdits.Save(
            Some.Programme.Template,
            submitted,
            Part(null, submit: true, [.. Some.AllMet()])
        );
        var changed = Save(submitted, submitted.Version, Answer("supervision", AuditAnswer.NotMet, "none"));

        Assert.Equal((ReturnState.Submitted, Day), (submitted.State, submitted.SubmittedOn));
        Assert.IsType<ReturnDecision.Unchanged>(again);
        Assert.Contains(
            "10 Nov 2011",
            Assert.IsType<ReturnDecision.Refused>(changed).Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Reopen_ASubmittedReturn_KeepsTheReasonAndGoesInAgain()
    {
        var submitted = Changed(
            ReturnEdits.Save(Some.Programme.Template, null, Part(null, submit: true, [.. Some.AllMet()]))
        );

        var reopened = ReturnEdits.Reopen(
            submitted,
            new("EPM1", Day, "Say more."),
            DateTimeOffset.UnixEpoch
        )!;
        var again = Changed(
            ReturnEdits.Save(Some.Programme.Template, reopened, Part(reopened.Version, submit: true))
        );

        Assert.Equal(
            (ReturnState.Reopened, 2, null),
            (reopened.State, reopened.Version, (object?)reopened.SubmittedOn)
        );
        Assert.Null(ReturnEdits.Reopen(reopened, new("EPM1", Day, "x"), DateTimeOffset.UnixEpoch));
        Assert.True(again.IsIn);
        Assert.Equal("Say more.", again.Reopenings.Single().Reason);
    }

    private static AnsweredQuestion Answer(string id, AuditAnswer answer, string seen = "") =>
        new(id, answer, seen);

    private static ReturnDecision Save(
        AuditReturn? before,
        int? basedOn,
        params AnsweredQuestion[] answers
    ) => ReturnEdits.Save(Some.Programme.Template, before, Part(basedOn, submit: false, answers));

    private static ReturnPart Part(int? basedOn, bool submit, params AnsweredQuestion[] answers) =>
        new("CMB1", [.. answers], basedOn, submit, Day, DateTimeOffset.UnixEpoch);

    private static AuditReturn Changed(ReturnDecision decision) =>
        Assert.IsType<ReturnDecision.Changed>(decision).Return;

    private static ReturnDecision Note(AuditReturn? before, int? basedOn, string questionId, string seen) =>
        ReturnEdits.Save(
            Some.Programme.Template,
            before,
            new ReturnPart("CMB1", [], basedOn, Submit: false, Day, DateTimeOffset.UnixEpoch)
            {
                Notes = [new NotedQuestion(questionId, seen)],
            }
        );
}
