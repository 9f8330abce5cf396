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
    /// <summary>The day that was chased last and is through; null if there is none.</summary>
    public LastChase? LastChase { get; init; }

    /// <summary>How many audit rounds are not closed.</summary>
    public int RoundsOpen { get; init; }

    /// <summary>Each figure with its limit.</summary>
    public IReadOnlyList<VitalSign> Signs =>
        [
            new(VitalNames.ChaseMissing, ChaseMissing ? 1 : 0, 0),
            new(VitalNames.ChaseAge, LastChase?.DaysAgo ?? 0, VitalsLimits.ChaseDays),
            new(VitalNames.ChaseDuration, LastChase?.Duration.TotalSeconds ?? 0, Limit: null),
            new(VitalNames.Told, LastChase?.Told ?? 0, Limit: null),
            new(VitalNames.Parked, Parked, 0),
            new(VitalNames.OldestUnsent, OldestUnsent?.TotalSeconds ?? 0, VitalsLimits.Unsent.TotalSeconds),
            new(VitalNames.ImportAge, ImportAge?.TotalDays ?? 0, VitalsLimits.ImportDays),
            new(VitalNames.RoundsOpen, RoundsOpen, Limit: null),
        ];

    /// <summary>Whether each is within its limit.</summary>
    public bool IsWell => Signs.All(sign => sign.IsWell);
}

/// <summary>The chase of the latest day that was chased.</summary>
/// <param name="DaysAgo">How many days ago that day was; 0 for one that is still to come.</param>
/// <param name="Duration">From when it was first started to when it was last through.</param>
/// <param name="Told">How many of its digests have been sent.</param>
public sealed record LastChase(int DaysAgo, TimeSpan Duration, int Told);

/// <summary>A figure and its limit.</summary>
/// <param name="Name">Its name, as in <c>infra/signals.json</c>, where alerts listen for it.</param>
/// <param name="Value">What it is.</param>
/// <param name="Limit">What it may be at most; null: whatever it is, it says nothing bad.</param>
public sealed record VitalSign(string Name, double Value, double? Limit)
{
    /// <summary>Whether it is within its limit.</summary>
    public bool IsWell => Limit is not { } most || Value <= most;
}

/// <summary>What the figures are called.</summary>
public static class VitalNames
{
    /// <summary>1 while a day's chase is missing, else 0.</summary>
    public const string ChaseMissing = "yos.chase.missing";

    /// <summary>Days since the day that was chased last.</summary>
    public const string ChaseAge = "yos.chase.age";

    /// <summary>Seconds that the last chase took.</summary>
    public const string ChaseDuration = "yos.chase.duration";

    /// <summary>Digests of the last chase that were sent.</summary>
    public const string Told = "yos.chase.told";

    /// <summary>Digests that wait for a person.</summary>
    public const string Parked = "yos.digests.parked";

    /// <summary>Seconds that the oldest digest still to be sent has waited.</summary>
    public const string OldestUnsent = "yos.digests.oldest_unsent";

    /// <summary>Days since the last import.</summary>
    public const string ImportAge = "yos.import.age";

    /// <summary>Audit rounds that are not closed.</summary>
    public const string RoundsOpen = "yos.rounds.open";

    /// <summary>Storage transactions of this process so far.</summary>
    public const string Transactions = "yos.storage.transactions";

    /// <summary>Orchestrations that have been running for longer than they should.</summary>
    public const string Overlong = "yos.orchestrations.overlong";
}

/// <summary>When a figure is no longer well. The alerts have the same limits.</summary>
public static class VitalsLimits
{
    /// <summary>By when, in the service's time zone, a working day's chase has to be through.</summary>
    public static TimeOnly ChaseBy { get; } = new(9, 30);

    /// <summary>How many days ago the last chase may be: the longest Christmas has five without one.</summary>
    public const int ChaseDays = 6;

    /// <summary>How long a digest may wait.</summary>
    public static TimeSpan Unsent { get; } = TimeSpan.FromHours(1);

    /// <summary>How many days old the caseload may be.</summary>
    public const int ImportDays = 3;
}
