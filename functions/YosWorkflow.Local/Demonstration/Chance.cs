namespace YosWorkflow.Local.Demonstration;

/// <summary>Chance that comes out the same for the same seed, on every machine.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>Whether something happens that does so in this share of all cases.</summary>
    public bool Happens(double share) => random.NextDouble() < share;

    /// <summary>A whole number from one to another, both of them possible.</summary>
    public int Between(int least, int most) => random.Next(least, most + 1);

    /// <summary>One of several, all as likely.</summary>
    public T OneOf<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];

    /// <summary>One of several, each as likely as its weight says.</summary>
    public T Weighed<T>(params ReadOnlySpan<(int Weight, T Value)> all)
    {
        var total = 0;
        foreach (var (weight, _) in all)
        {
            total += weight;
        }

        var drawn = random.Next(total);
        foreach (var (weight, value) in all)
        {
            drawn -= weight;
            if (drawn < 0)
            {
                return value;
            }
        }

        throw new ArgumentException("There is nothing to choose from.", nameof(all));
    }
}
