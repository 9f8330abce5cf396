using YosWorkflow.Core.Audits;

namespace YosWorkflow.Core.Tests.Audits;

public sealed class AuditProgrammesTests
{
    private const string Template = """
        { "template_id": "t", "version": 1, "title": "T", "sections": [ { "section_id": "s", "title": "S", "questions": [
          { "question_id": "a", "text": "A?", "look_for": "a", "theme": "x", "weight": 2 },
          { "question_id": "b", "text": "B?", "look_for": "b", "theme": "x", "weight": 1 },
          { "question_id": "c", "text": "C?", "look_for": "c", "theme": "y", "weight": 3 } ] } ] }
        """;

    [Fact]
    public void All_AsShipped_AreRead() =>
        Assert.Equal(
            ["golden-thread", "health", "scs-referral"],
            AuditProgrammes.All.Select(p => p.ProgrammeId)
        );

    [Fact]
    public void GoldenThread_AsShipped_FollowsTheThread()
    {
        var programme = AuditProgrammes.Find("golden-thread")!;

        Assert.Equal(
            ["assessment", "plans", "actions", "reviews", "oversight"],
            programme.Template.Sections.Select(section => section.SectionId)
        );
        Assert.Equal(132, programme.Size!.Within(657));
    }

    [Theory]
    [InlineData("\"weight\": 2", "\"weight\": 0", "question 'a' has a weight below 1")]
    [InlineData("\"question_id\": \"b\"", "\"question_id\": \"a\"", "question 'a' comes twice")]
    [InlineData("\"weight\": 3", "\"weight\": 3, \"record\": [\"level:height\"]", "'level:height'")]
    [InlineData("\"title\": \"T\"", "\"name\": \"T\"", "t.json")]
    public void ReadTemplate_Wrong_SaysWhatAndWhere(string right, string wrong, string expected)
    {
        var error = Assert.Throws<FormatException>(() =>
            AuditTemplateFile.Read("t.json", Template.Replace(right, wrong, StringComparison.Ordinal))
        );

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_SomeNotApplicable_CountsTwice()
    {
        var template = AuditTemplateFile.Read("t.json", Template);

        var score = AuditScore.Of(
            template,
            [
                new("a", AuditAnswer.Partly, "half"),
                new("b", AuditAnswer.Met, ""),
                new("c", AuditAnswer.NotApplicable, ""),
            ]
        );

        Assert.Equal(new AuditScore(2, 6, 3), score);
    }

    [Fact]
    public void OfWhole_MissingAnswersAndReasons_AreNamed()
    {
        var template = AuditTemplateFile.Read("t.json", Template);

        var problems = ReturnCheck.OfWhole(
            template,
            [new("a", AuditAnswer.NotMet, " "), new("b", AuditAnswer.Met, ""), new("z", AuditAnswer.Met, "")]
        );

        Assert.Equal(["z", "c", "a"], problems.Select(problem => problem.QuestionId));
    }
}
