using System.Globalization;

namespace YosWorkflow.Core.Learning;

/// <summary>How a count is shown to people outside the service.</summary>
public enum Disclosure
{
    /// <summary>As it is.</summary>
    Shown,

    /// <summary>Only that it is fewer than five.</summary>
    FewerThanFive,

    /// <summary>Not at all, since a smaller one could be worked back from it. It is five or more.</summary>
    Withheld,
}

/// <summary>
/// Keeps counts that may point to a child out of what others read. A count under five is only said to be so; and where it could be worked
/// back from the others, by adding, taking away, or because one set of children lies in another, the smallest of those that
/// give it away is withheld as well, until nothing does.
/// </summary>
/// <remarks>
/// The reader is taken to know all that is shown, that “fewer than five” is from none to four, that what is withheld is five or more, and
/// how the counts make one another up. A small count can't be worked back if there is another set of counts, that fits all of this, in
/// which it is different: one is looked for in which counts differ by one, and where none is found, more is withheld. So whatever is
/// let through has been shown to be safe. This is primary and complementary cell suppression, as the Government Statistical Service and the
/// Office for National Statistics describe it for tables. None counts as fewer than five as well, since that nobody is something can tell of
/// somebody too.
/// </remarks>
public sealed class SmallNumbers
{
    /// <summary>The smallest count that is shown.</summary>
    public const int Least = 5;

    // So many counts are tried before it is taken that there is no other set of counts.
    private const int MostTries = 20_000;

    // So many counts are withheld for one that is small, before all that hangs together with it is.
    private const int MostWithheld = 8;

    private readonly List<Entry> entries = [];
    private readonly List<Line> lines = [];

    // The lines that do not add up in the set of counts that is being tried.
    private readonly HashSet<Line> unbalanced = [];
    private int tries;
    private bool hidesTotals;

    /// <summary>Adds a count, and gives the number by which it is known here.</summary>
    public int Add(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        entries.Add(new Entry(count) { State = count < Least ? Disclosure.FewerThanFive : Disclosure.Shown });
        return entries.Count - 1;
    }

    /// <summary>Says that some counts add up to another.</summary>
    public void AddUp(int total, IEnumerable<int> parts) => Relate(total, parts, isOverlapping: false);

    /// <summary>Says that some counts, which may overlap, together cover another.</summary>
    public void Cover(int total, IEnumerable<int> parts) => Relate(total, parts, isOverlapping: true);

    /// <summary>Decides what is shown, once all counts are there.</summary>
    public void Protect()
    {
        // What is withheld for one leaves others with more sets of counts that fit, and never with fewer.
        foreach (var small in entries.Where(entry => entry.State == Disclosure.FewerThanFive))
        {
            while (!CouldDiffer(small) && WithholdNearest(small)) { }
        }
    }

    /// <summary>How a count is shown.</summary>
    public Disclosure Of(int count) => entries[count].State;

    /// <summary>A count as it is shown.</summary>
    public string Text(int count) =>
        entries[count].State switch
        {
            Disclosure.Shown => entries[count].Value.ToString("N0", CultureInfo.InvariantCulture),
            Disclosure.FewerThanFive => "fewer than 5",
            _ => "not shown",
        };

    /// <summary>A count if it is shown; null otherwise.</summary>
    public int? Value(int count) => entries[count] is { State: Disclosure.Shown } shown ? shown.Value : null;

    private void Relate(int total, IEnumerable<int> parts, bool isOverlapping)
    {
        var line = new Line(entries[total], [.. parts.Select(part => entries[part])], isOverlapping);
        lines.Add(line);
        foreach (var entry in line.Parts.Append(line.Total))
        {
            entry.Lines.Add(line);
        }
    }

    // Whether a small count could differ, if need be once as few others as possible are withheld.
    private bool CouldDiffer(Entry small)
    {
        for (var allowance = 0; allowance <= MostWithheld; allowance++)
        {
            if (
                CouldDiffer(small, allowance, mayHideTotals: false)
                || CouldDiffer(small, allowance, mayHideTotals: true)
            )
            {
                return true;
            }
        }

        return false;
    }

    // Readers miss a total more than a part.
    private bool CouldDiffer(Entry small, int allowance, bool mayHideTotals)
    {
        (tries, hidesTotals) = (0, mayHideTotals);
        return Differs(small, 1, allowance) || Differs(small, -1, allowance);
    }

    // Whether a count could be one more or less, with others that make up for it; those that are shown are withheld then.
    private bool Differs(Entry entry, int by, int allowance)
    {
        if (tries++ >= MostTries || !entry.Could(by, allowance))
        {
            return false;
        }

        Set(entry, by);
        var differs = Balances(entry.State == Disclosure.Shown ? allowance - 1 : allowance);
        Set(entry, 0);
        if (differs && entry.State == Disclosure.Shown)
        {
            entry.State = Disclosure.Withheld;
        }

        return differs;
    }

    private bool Balances(int allowance)
    {
        if (unbalanced.Count == 0)
        {
            return lines.TrueForAll(line => !line.IsOverlapping || line.IsCovered);
        }

        // The line that leaves least to choose from is made up first, so that what leads nowhere ends soon.
        var line = unbalanced.MinBy(one => one.Choices(allowance, hidesTotals).Count())!;
        return line.Choices(allowance, hidesTotals)
            .ToArray()
            .Any(choice => Differs(choice.Entry, choice.By, allowance));
    }

    // The last resort: the smallest count that is shown near it; false if none is any more.
    private static bool WithholdNearest(Entry small)
    {
        var seen = new HashSet<Entry> { small };
        var near = new List<Entry> { small };
        while (near.Count > 0)
        {
            Entry[] beside =
            [
                .. near.SelectMany(entry => entry.Lines)
                    .SelectMany(line => line.Parts.Append(line.Total))
                    .Where(seen.Add)
                    .OrderBy(entry => entry.Value),
            ];
            if (Array.Find(beside, entry => entry.State == Disclosure.Shown) is { } withheld)
            {
                withheld.State = Disclosure.Withheld;
                return true;
            }

            near = [.. beside];
        }

        return false;
    }

    private void Set(Entry entry, int difference)
    {
        var change = difference - entry.Difference;
        entry.Difference = difference;
        foreach (var line in entry.Lines.Where(line => !line.IsOverlapping))
        {
            line.Lack += entry == line.Total ? change : -change;
            if (line.Lack == 0)
            {
                unbalanced.Remove(line);
            }
            else
            {
                unbalanced.Add(line);
            }
        }
    }

    private sealed class Entry(int value)
    {
        public int Value => value;

        public Disclosure State { get; set; } = value < Least ? Disclosure.FewerThanFive : Disclosure.Shown;

        /// <summary>By how much it differs in the set of counts that is being tried.</summary>
        public int Difference { get; set; }

        public List<Line> Lines { get; } = [];

        public bool Could(int differ, int allowance) =>
            State switch
            {
                Disclosure.FewerThanFive => value + differ is >= 0 and < Least,
                Disclosure.Withheld => value + differ >= Least,
                _ => allowance > 0 && value + differ >= Least,
            };
    }

    private sealed class Line(Entry total, Entry[] parts, bool isOverlapping)
    {
        private readonly Entry[] bySize = [.. parts.OrderBy(part => part.Value)];

        public Entry Total => total;

        public Entry[] Parts => parts;

        public bool IsOverlapping => isOverlapping;

        /// <summary>By how much the parts have to grow for the line to add up again.</summary>
        public int Lack { get; set; }

        /// <summary>
        /// The counts that could make up for what it lacks: those that are not shown first, then the smallest part, the total last.
        /// </summary>
        public IEnumerable<(Entry Entry, int By)> Choices(int allowance, bool hidesTotals)
        {
            var lack = Math.Sign(Lack);
            return bySize
                .Where(part => part.Difference == 0 && part.Could(lack, allowance))
                .OrderBy(part => part.State == Disclosure.Shown)
                .Select(part => (part, lack))
                .Concat(
                    total.Difference == 0 && total.Could(-lack, hidesTotals ? allowance : 0)
                        ? [(total, -lack)]
                        : Array.Empty<(Entry, int)>()
                );
        }

        public bool IsCovered
        {
            get
            {
                var whole = total.Value + total.Difference;
                return parts.All(part => part.Value + part.Difference <= whole)
                    && parts.Sum(part => part.Value + part.Difference) >= whole;
            }
        }
    }
}
