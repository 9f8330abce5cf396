namespace YosWorkflow.Services.Operations;

/// <summary>How the service is, in the few figures by which one sees that it is not well. None names a person, a case or a team.</summary>
/// <param name="ChaseMissing">Whether it is a working day, past <see cref="VitalsLimits.ChaseBy"/>, and the day's chase is not through.</param>
/// <param name="Parked">How many digests wait for a person, because they could not be delivered.</param>
/// <param name="OldestUnsent">
/// How long the oldest digest that is still to be sent has waited; null if there is none, or if it is not the daytime of a working
/// day, when nothing is sent.
/// </param>
/// <param name="ImportAge">How long ago the last import was; null if there was none.</param>
public sealed record Vitals(bool ChaseMissing, int Parked, TimeSpan? OldestUnsent, TimeSpan? ImportAge)
{
    /// <summary>Each figure with its limit.</summary>
    public IReadOnlyList<VitalSign> Signs =>
        [
            new(VitalNames.ChaseMissing, ChaseMissing ? 1 : 0, 0),
            new(VitalNames.Parked, Parked, 0),
            new(VitalNames.OldestUnsent, OldestUnsent?.TotalSeconds ?? 0, VitalsLimits.Unsent.TotalSeconds),
            new(VitalNames.ImportAge, ImportAge?.TotalDays ?? 0, VitalsLimits.ImportDays),
        ];
}

/// <summary>A figure and its limit.</summary>
/// <param name="Name">Its name, as in <c>infra/signals.json</c>, where alerts listen for it.</param>
/// <param name="Value">What it is.</param>
/// <param name="Limit">What it may be at most.</param>
public sealed record VitalSign(string Name, double Value, double Limit)
{
    /// <summary>Whether it is within its limit.</summary>
    public bool IsWell => Value <= Limit;
}

/// <summary>What the figures are called.</summary>
public static class VitalNames
{
    /// <summary>1 while a day's chase is missing, else 0.</summary>
    public const string ChaseMissing = "yos.chase.missing";

    /// <summary>Digests that wait for a person.</summary>
    public const string Parked = "yos.digests.parked";

    /// <summary>Seconds that the oldest digest still to be sent has waited.</summary>
    public const string OldestUnsent = "yos.digests.oldest_unsent";

    /// <summary>Days since the last import.</summary>
    public const string ImportAge = "yos.import.age";
}

/// <summary>When a figure is no longer well. The alerts have the same limits.</summary>
public static class VitalsLimits
{
    /// <summary>By when, in the service's time zone, a working day's chase has to be through.</summary>
    public static TimeOnly ChaseBy { get; } = new(9, 30);

    /// <summary>How long a digest may wait.</summary>
    public static TimeSpan Unsent { get; } = TimeSpan.FromHours(1);

    /// <summary>How many days old the caseload may be.</summary>
    public const int ImportDays = 3;
}
