namespace YosWorkflow.Core.Learning;

/// <summary>How well two readers of the same cases agree, beyond what chance would give (Cohen, 1960).</summary>
public static class Kappa
{
    /// <summary>
    /// Cohen's kappa of pairs of answers: 1 is full agreement, 0 what chance would give. Null if there are no pairs, or if
    /// both gave one and the same answer throughout, where chance alone would agree and kappa says nothing.
    /// </summary>
    public static double? Of<T>(IReadOnlyCollection<(T First, T Second)> answers)
        where T : notnull
    {
        if (answers.Count == 0)
        {
            return null;
        }

        double count = answers.Count;
        var observed = answers.Count(pair => pair.First.Equals(pair.Second)) / count;
        var second = answers
            .GroupBy(pair => pair.Second)
            .ToDictionary(group => group.Key, group => group.Count() / count);
        var byChance = answers
            .GroupBy(pair => pair.First)
            .Sum(group => group.Count() / count * second.GetValueOrDefault(group.Key));
        return byChance >= 1 ? null : (observed - byChance) / (1 - byChance);
    }
}
