namespace YosWorkflow.Core.Audits;

/// <summary>How well the second readers of a round agree with the first.</summary>
/// <param name="Returns">How many returns were read twice.</param>
/// <param name="Questions">How many questions were answered by both.</param>
/// <param name="Same">How many of them alike.</param>
/// <param name="Kappa">Cohen's kappa of them; null where it says nothing, see <see cref="Learning.Kappa"/>.</param>
public sealed record Agreement(int Returns, int Questions, int Same, double? Kappa)
{
    /// <summary>The agreement of returns that were read twice.</summary>
    public static Agreement Of(
        IReadOnlyCollection<(
            IReadOnlyCollection<AnsweredQuestion> First,
            IReadOnlyCollection<AnsweredQuestion> Second
        )> returns
    )
    {
        var pairs = returns
            .SelectMany(pair =>
                pair.First.Join(
                    pair.Second,
                    first => first.QuestionId,
                    second => second.QuestionId,
                    (first, second) => (first.Answer, second.Answer),
                    StringComparer.Ordinal
                )
            )
            .ToArray();
        return new Agreement(
            returns.Count,
            pairs.Length,
            pairs.Count(pair => pair.Item1 == pair.Item2),
            Learning.Kappa.Of(pairs)
        );
    }
}
