using System.Collections.Immutable;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Audits;

/// <summary>A kind of audit that the service holds: which cases, how many, how often, by which template.</summary>
public sealed record AuditProgramme
{
    /// <summary>Its identifier, such as <c>golden-thread</c>.</summary>
    public required string ProgrammeId { get; init; }

    /// <summary>Its version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>What it is for.</summary>
    public required string Purpose { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>From which cases it draws.</summary>
    public required FrameKind Frame { get; init; }

    /// <summary>When its rounds are held.</summary>
    public required RoundCalendar Every { get; init; }

    /// <summary>How many cases it draws unless told otherwise; null: a census.</summary>
    public SampleSize? Size { get; init; }

    /// <summary>For a frame of open cases: how long after its order a case can be audited.</summary>
    public Limit? ClockLimit { get; init; }

    /// <summary>For a frame of open cases: for how many months a case is not audited again; 0: at once.</summary>
    public int ReauditMonths { get; init; }

    /// <summary>Who leads it.</summary>
    public required StaffRole LedBy { get; init; }

    /// <summary>Which percentage of returns is checked by a second reader, at least one.</summary>
    public int SecondTierPercent { get; init; }

    /// <summary>How long after the draw returns are due.</summary>
    public required Limit ReturnLimit { get; init; }

    /// <summary>How long there is for what comes up later: a second check, a comment, a return that was passed on or given back.</summary>
    public required Limit FollowUpLimit { get; init; }

    /// <summary>The targets beside which its findings are put.</summary>
    public ImmutableArray<AuditTarget> Targets { get; init; } = [];

    /// <summary>Its template.</summary>
    public required AuditTemplate Template { get; init; }
}
