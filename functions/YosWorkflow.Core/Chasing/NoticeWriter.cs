using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Chasing;

/// <summary>Turns what is meant for somebody into notices to whoever receives it, by the ways that reach them.</summary>
internal sealed class NoticeWriter(Staff staff)
{
    /// <summary>Adds notices.</summary>
    /// <param name="notices">The notices so far.</param>
    /// <param name="first">
    /// From where on they are of the same occurrence: one person in two parts is told of it once by each way, of the more
    /// serious step.
    /// </param>
    /// <param name="meant">For whom it is meant.</param>
    /// <param name="by">By which ways.</param>
    /// <param name="item">What is told.</param>
    public void Add(
        List<Notice> notices,
        int first,
        string meant,
        ImmutableArray<Channel> by,
        NoticeItem item
    )
    {
        var receiving = staff.Find(meant) is { } member ? staff.Receiving(member) : null;
        var personId = receiving?.StaffId ?? meant;
        var own = item with
        {
            MeantForId = string.Equals(personId, meant, StringComparison.Ordinal) ? null : meant,
        };
        foreach (var channel in by)
        {
            // Somebody Teams does not know is told by email rather than not at all.
            var way = receiving is { EntraId: null } ? Channel.Email : channel;
            Add(notices, first, new Notice(personId, way, own));
        }
    }

    private static void Add(List<Notice> notices, int first, Notice added)
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
