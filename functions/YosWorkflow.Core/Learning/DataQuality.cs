using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;

namespace YosWorkflow.Core.Learning;

/// <summary>
/// Counts what may be wrong or missing in the record: of open cases, of children of whom it is not known that they left custody, of
/// the teams that hold open cases, and of staff at work. It keeps only the faults of one kind, however many there are.
/// </summary>
/// <param name="asOf">The day of the count.</param>
/// <param name="staff">The staff list.</param>
/// <param name="listed">Of which kind the faults themselves are wanted; null: only how many there are.</param>
public sealed class DataQuality(DateOnly asOf, Staff staff, DataFault? listed = null) : ICaseTally
{
    private readonly int[] counts = new int[Enum.GetValues<DataFault>().Length];
    private readonly List<FaultFound> found = [];
    private readonly HashSet<string> teams = new(StringComparer.Ordinal);

    /// <summary>How many open cases were looked at.</summary>
    public int OpenCases { get; private set; }

    /// <summary>How many there are of a kind.</summary>
    public int Of(DataFault kind) => counts[(int)kind];

    /// <summary>The faults of the kind that is listed, by team and then what they are of.</summary>
    public ImmutableArray<FaultFound> Found =>
        [
            .. found
                .OrderBy(one => one.Team, StringComparer.Ordinal)
                .ThenBy(one => one.Of, StringComparer.Ordinal)
                .ThenBy(one => one.What, StringComparer.Ordinal),
        ];

    /// <inheritdoc/>
    public void Add(Case supervised, ReadOnlySpan<Obligation> obligations)
    {
        CheckCustody(supervised);
        if (supervised.OrderMadeOn > asOf || supervised.OpenThrough < asOf)
        {
            return;
        }

        OpenCases++;
        teams.Add(supervised.Team);
        CheckManager(supervised);
        CheckLevels(supervised);
        CheckWork(supervised);
    }

    /// <summary>Notes a case that can't be judged.</summary>
    public void AddNotJudged(Case supervised, string why) => Note(DataFault.NotJudged, supervised, why);

    /// <summary>Looks at teams and staff, once all cases have been counted.</summary>
    public void AddStaff()
    {
        foreach (var team in teams)
        {
            if (
                !staff.Members.Any(member =>
                    member.Role == StaffRole.PracticeSupervisor && member.Team == team
                )
            )
            {
                Note(
                    DataFault.TeamWithoutSupervisor,
                    team,
                    team,
                    null,
                    "No practice supervisor is of this team."
                );
            }
        }

        var shared = staff
            .Members.Where(member => !string.IsNullOrEmpty(member.EntraId))
            .GroupBy(member => member.EntraId!, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .SelectMany(group => group)
            .Select(member => member.StaffId)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var member in staff.Members.Where(member => member.Active))
        {
            CheckMember(member, shared);
        }
    }

    private void CheckManager(Case supervised)
    {
        if (staff.Find(supervised.CaseManagerId) is not { } manager)
        {
            Note(
                DataFault.CaseManagerUnknown,
                supervised,
                $"{supervised.CaseManagerId} is not in the staff list."
            );
        }
        else if (staff.Receiving(manager) is null)
        {
            Note(
                DataFault.CaseManagerAway,
                supervised,
                $"{manager.Name} is not at work, and nobody at work covers for them or manages them."
            );
        }
    }

    private void CheckLevels(Case supervised)
    {
        if (supervised is { RoshLevel: >= RiskLevel.High, RoshLevelSince: null })
        {
            Note(DataFault.RiskSinceMissing, supervised, "Risk of serious harm: since when is not recorded.");
        }

        if (supervised is { VulnerabilityLevel: >= RiskLevel.High, VulnerabilityLevelSince: null })
        {
            Note(DataFault.RiskSinceMissing, supervised, "Vulnerability: since when is not recorded.");
        }

        if (
            supervised.RoshLevel is null
            || supervised.VulnerabilityLevel is null
            || supervised.InterventionLevel is null
        )
        {
            string?[] missing =
            [
                supervised.RoshLevel is null ? "risk of serious harm" : null,
                supervised.VulnerabilityLevel is null ? "vulnerability" : null,
                supervised.InterventionLevel is null ? "intervention" : null,
            ];
            Note(
                DataFault.LevelMissing,
                supervised,
                $"No level of {string.Join(", ", missing.Where(level => level is not null))}."
            );
        }
    }

    private void CheckCustody(Case supervised)
    {
        if (
            supervised
                is { CustodyFrom: { } from, CustodyReleasedOn: null, OrderEndsOn: { } ends, ClosedOn: null }
            && from <= asOf
            && ends < asOf
        )
        {
            Note(
                DataFault.CustodyWithoutRelease,
                supervised,
                $"In custody since {PlainDate.Format(from)}; the order ended on {PlainDate.Format(ends)}."
            );
        }
    }

    private void CheckWork(Case supervised)
    {
        var (before, after) = (0, 0);
        foreach (var done in supervised.Milestones)
        {
            before += done.CompletedOn < supervised.OrderMadeOn ? 1 : 0;
            after += done.CompletedOn > asOf ? 1 : 0;
        }

        if (before > 0)
        {
            Note(
                DataFault.WorkBeforeOrder,
                supervised,
                $"{Pieces(before)} dated before the order of {PlainDate.Format(supervised.OrderMadeOn)}."
            );
        }

        if (after > 0)
        {
            Note(
                DataFault.WorkInFuture,
                supervised,
                $"{Pieces(after)} dated after {PlainDate.Format(asOf)}."
            );
        }
    }

    private void CheckMember(StaffMember member, HashSet<string> shared)
    {
        if (string.IsNullOrWhiteSpace(member.Email))
        {
            Note(DataFault.StaffWithoutEmail, member, "No email address.");
        }

        if (string.IsNullOrEmpty(member.EntraId))
        {
            Note(DataFault.StaffWithoutEntraId, member, "No Entra object id.");
        }
        else if (shared.Contains(member.StaffId))
        {
            Note(DataFault.EntraIdTwice, member, "Another has the same Entra object id.");
        }
    }

    private static string Pieces(int number) =>
        number == 1 ? "1 piece of work is" : FormattableString.Invariant($"{number} pieces of work are");

    private void Note(DataFault kind, Case supervised, string what) =>
        Note(kind, supervised.CaseRef, supervised.Team, supervised.CaseManagerId, what);

    private void Note(DataFault kind, StaffMember member, string what) =>
        Note(kind, member.StaffId, member.Team, member.StaffId, what);

    private void Note(DataFault kind, string of, string? team, string? personId, string what)
    {
        counts[(int)kind]++;
        if (kind == listed)
        {
            found.Add(new FaultFound(kind, of, team, personId, what));
        }
    }
}
