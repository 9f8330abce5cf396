using System.Collections.Immutable;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>Who is told of a kind of duty: when it begins, and then by a ladder.</summary>
/// <param name="Duty">The kind of duty.</param>
/// <param name="BeginsAs">As which step its beginning is told, which says how serious that is.</param>
/// <param name="Begins">Who is told when it begins.</param>
/// <param name="Then">The ladder from there on; null: it is told once.</param>
public sealed record AuditLadder(
    AuditDutyKind Duty,
    ChaseStep BeginsAs,
    ImmutableArray<LadderAudience> Begins,
    Ladder? Then
)
{
    /// <summary>
    /// The latest that an audience is to be told, and by which ways; null if nothing is for it. The beginning counts as the time
    /// before a step's first: what was told as such leaves the step itself to be told.
    /// </summary>
    /// <param name="audience">Who.</param>
    /// <param name="offset">The working days from the due date; negative before it.</param>
    public (ChaseStep Step, int Repeat, ImmutableArray<Channel> By)? LatestFor(Audience audience, int offset)
    {
        if (Then?.LatestFor(audience, offset, highRisk: false) is var (step, repeat))
        {
            return (step.Step, repeat + 1, step.ChannelsTo(audience, highRisk: false));
        }

        foreach (var told in Begins)
        {
            if (told.Audience == audience)
            {
                return (BeginsAs, 0, told.By);
            }
        }

        return null;
    }
}
