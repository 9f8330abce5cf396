using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;

namespace YosWorkflow.Core.Learning;

/// <summary>
/// What falls due in the weeks ahead, by who owes it. Weeks are those of ISO 8601: from Monday to Sunday. Only what is owed already is counted:
/// a review that follows one not yet done is not foreseen.
/// </summary>
public sealed class WorkloadAhead : ICaseTally
{
    /// <summary>How many weeks ahead are looked at, this one included.</summary>
    public const int Weeks = 8;

    private readonly Dictionary<string, PersonAhead> people = new(StringComparer.Ordinal);

    /// <summary>Nothing yet.</summary>
    /// <param name="asOf">The day of the count.</param>
    public WorkloadAhead(DateOnly asOf)
    {
        var monday = asOf.AddDays(-(((int)asOf.DayOfWeek + 6) % 7));
        Mondays = [.. Enumerable.Range(0, Weeks).Select(week => monday.AddDays(7 * week))];
    }

    /// <summary>The Mondays of the weeks.</summary>
    public ImmutableArray<DateOnly> Mondays { get; }

    /// <summary>Everyone who owes anything that is overdue or falls due in these weeks: who has most of it first.</summary>
    public ImmutableArray<PersonAhead> People =>
        [
            .. people
                .Values.OrderByDescending(person => person.Overdue + person.Ahead)
                .ThenBy(person => person.PersonId, StringComparer.Ordinal),
        ];

    /// <inheritdoc/>
    public void Add(Case supervised, ReadOnlySpan<Obligation> obligations)
    {
        foreach (ref readonly var owed in obligations)
        {
            var week = (owed.DueOn.DayNumber - Mondays[0].DayNumber) / 7;
            if (owed.Status == ObligationStatus.Overdue)
            {
                PersonOf(owed.OwedById).Overdue++;
            }
            else if (owed.IsOpen && week < Weeks)
            {
                PersonOf(owed.OwedById).ByWeek[week]++;
            }
        }
    }

    private PersonAhead PersonOf(string personId)
    {
        if (!people.TryGetValue(personId, out var person))
        {
            person = new PersonAhead(personId);
            people.Add(personId, person);
        }

        return person;
    }
}

/// <summary>What one person has ahead.</summary>
/// <param name="personId">Who; empty for what nobody owes, since nobody holds the role.</param>
public sealed class PersonAhead(string personId)
{
    /// <summary>Who; empty for what nobody owes, since nobody holds the role.</summary>
    public string PersonId => personId;

    /// <summary>How much is overdue.</summary>
    public int Overdue { get; internal set; }

    /// <summary>How much falls due in each week.</summary>
    public int[] ByWeek { get; } = new int[WorkloadAhead.Weeks];

    /// <summary>How much falls due in these weeks together.</summary>
    public int Ahead => ByWeek.Sum();
}
