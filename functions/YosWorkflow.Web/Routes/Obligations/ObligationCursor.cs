using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;
using YosWorkflow.Core;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Web.Routes.Obligations;

/// <summary>
/// The place between two pages: the last obligation of the one before. It stays right when obligations come and go between
/// two requests, which a page number does not.
/// </summary>
internal sealed record ObligationCursor(string Team, string CaseRef, string RuleId, DateOnly ClockStarted)
{
    public static ObligationCursor Behind(Obligation last) =>
        new(last.Case.Team, last.Case.CaseRef, last.Rule.RuleId, last.ClockStarted);

    public static ObligationCursor? Read(string text)
    {
        if (!Base64Url.IsValid(text))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(StorageKey.Separator);
        return
            parts is [var team, var caseRef, var ruleId, var clock]
            && IsoDate.TryParse(clock, out var started)
            ? new ObligationCursor(team, caseRef, ruleId, started)
            : null;
    }

    public override string ToString() =>
        Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes(
                string.Join(StorageKey.Separator, Team, CaseRef, RuleId, IsoDate.Format(ClockStarted))
            )
        );

    /// <summary>How many of a list, which is in its usual order, stand before this place.</summary>
    public int CountBefore(ImmutableArray<ListedObligation> listed, StandardsPack pack)
    {
        var order = pack
            .Rules.Select((rule, index) => (rule.RuleId, index))
            .ToDictionary(StringComparer.Ordinal);
        var position = order.GetValueOrDefault(RuleId, -1);
        var count = 0;
        while (count < listed.Length && !IsBehind(listed[count].Obligation, position, order))
        {
            count++;
        }

        return count;
    }

    private bool IsBehind(in Obligation owed, int position, Dictionary<string, int> order)
    {
        var team = string.CompareOrdinal(owed.Case.Team, Team);
        var caseRef = team != 0 ? team : string.CompareOrdinal(owed.Case.CaseRef, CaseRef);
        return caseRef != 0
            ? caseRef > 0
            : (order[owed.Rule.RuleId], owed.ClockStarted).CompareTo((position, ClockStarted)) > 0;
    }
}
