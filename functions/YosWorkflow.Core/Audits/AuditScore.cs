namespace YosWorkflow.Core.Audits;

/// <summary>
/// The score of a return, twice: out of all that the template asks, and out of what applied to the case. Met counts the
/// question's weight, partly met half of it.
/// </summary>
/// <param name="Points">The points scored.</param>
/// <param name="OutOfAll">The points that the whole template can give.</param>
/// <param name="OutOfApplicable">The points that the questions which applied can give.</param>
public readonly record struct AuditScore(decimal Points, int OutOfAll, int OutOfApplicable)
{
    /// <summary>The share of all points, from 0 to 1.</summary>
    public decimal ShareOfAll => OutOfAll == 0 ? 0 : Points / OutOfAll;

    /// <summary>The share of the points that applied, from 0 to 1; null if nothing applied.</summary>
    public decimal? ShareOfApplicable => OutOfApplicable == 0 ? null : Points / OutOfApplicable;

    /// <summary>Scores answers. A question without one counts as not met.</summary>
    public static AuditScore Of(AuditTemplate template, IEnumerable<AnsweredQuestion> answers)
    {
        var given = answers.ToDictionary(
            item => item.QuestionId,
            item => item.Answer,
            StringComparer.Ordinal
        );
        var (points, all, applicable) = (0m, 0, 0);
        foreach (var question in template.Questions)
        {
            all += question.Weight;
            var answer = given.GetValueOrDefault(question.QuestionId, AuditAnswer.NotMet);
            if (answer == AuditAnswer.NotApplicable)
            {
                continue;
            }

            applicable += question.Weight;
            points += answer switch
            {
                AuditAnswer.Met => question.Weight,
                AuditAnswer.Partly => question.Weight / 2m,
                _ => 0,
            };
        }

        return new AuditScore(points, all, applicable);
    }
}
