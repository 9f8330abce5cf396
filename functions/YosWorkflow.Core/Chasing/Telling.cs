using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Chasing;

/// <summary>
/// Turns what is to be told on a case into notices to whoever receives it and marks that it was told: nothing twice, and one
/// person in two parts once.
/// </summary>
internal sealed class Telling
{
    private readonly Staff staff;
    private readonly ImmutableArray<ToldMark> told;
    private readonly List<Notice> notices = [];
    private ImmutableArray<ToldMark> marks;
    private int first;

    /// <summary>Begins with what was told on the case before.</summary>
    public Telling(Staff staff, ImmutableArray<ToldMark> told)
    {
        (this.staff, this.told) = (staff, told);
        marks = told;
    }

    /// <summary>From here on another occurrence is told of.</summary>
    public void BeginOccurrence() => first = notices.Count;

    /// <summary>Whether an audience was told a step, or a later one.</summary>
    public bool WasTold(in ToldMark candidate)
    {
        foreach (var mark in told)
        {
            if (mark.Covers(candidate))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Tells, unless the person was told the same in another part.</summary>
    /// <param name="untold">The mark to make, without the person.</param>
    /// <param name="meantId">For whom it is meant.</param>
    /// <param name="by">By which ways.</param>
    /// <param name="item">What is told.</param>
    public void Tell(in ToldMark untold, string meantId, ImmutableArray<Channel> by, NoticeItem item)
    {
        var receiving = staff.Find(meantId) is { } meant ? staff.Receiving(meant) : null;
        var personId = receiving?.StaffId ?? meantId;
        var mark = untold with { PersonId = personId };
        if (WasToldInAnotherPart(mark))
        {
            return;
        }

        marks = [.. marks.Where(old => !old.IsReplacedBy(mark)), mark];
        var own = personId == meantId ? item : item with { MeantForId = meantId };
        foreach (var channel in by)
        {
            // Somebody Teams does not know is told by email rather than not at all.
            var way = receiving is { EntraId: null } ? Channel.Email : channel;
            Add(new Notice(personId, way, own));
        }
    }

    /// <summary>What it came to.</summary>
    public CaseChase ToChase() => new(marks, [.. notices]);

    // Who plays two parts may come to a step in the second of them on a later day, as when risk becomes high.
    private bool WasToldInAnotherPart(in ToldMark candidate)
    {
        foreach (var mark in told)
        {
            if (mark.ToldSamePerson(candidate))
            {
                return true;
            }
        }

        return false;
    }

    // One person in two parts is told once by each way, of the more serious step.
    private void Add(Notice added)
    {
        var same = notices.FindIndex(
            first,
            notice =>
                notice.Channel == added.Channel
                && string.Equals(notice.PersonId, added.PersonId, StringComparison.Ordinal)
        );
        if (same < 0)
        {
            notices.Add(added);
        }
        else if (added.Item.Step > notices[same].Item.Step)
        {
            notices[same] = added;
        }
    }
}
