using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Chasing;

namespace YosWorkflow.Services.Settings;

/// <summary>
/// Reads by which rules the service works: the pack, <c>Standards__Rules__{ruleId}__On</c> and <c>__Limit</c> for those in which it
/// departs from the pack, and day 0.
/// </summary>
internal static class RulesSettings
{
    private const string PackName = "Standards__Pack";
    private const string RulesName = "Standards__Rules";

    public static ServiceRules Read(SettingsSource source) =>
        new(
            Overridden(Pack(source), source),
            WorkingDayCalendar.EnglandAndWales,
            Ladder.Default,
            source.Code("Standards__DayZero", DayZero.Excluded)
        );

    private static StandardsPack Pack(SettingsSource source)
    {
        var packId = source.Text(PackName) ?? StandardsPacks.Default;
        if (!StandardsPacks.Exists(packId))
        {
            source.Refuse(
                PackName,
                $"is '{packId}', and there are only {string.Join(", ", StandardsPacks.Ids)}"
            );
            packId = StandardsPacks.Default;
        }

        return StandardsPacks.Load(packId);
    }

    private static StandardsPack Overridden(StandardsPack pack, SettingsSource source)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var written in source.Below(RulesName))
        {
            var name = $"{RulesName}__{written}";
            if (RuleOf(pack, written) is not { } ruleId)
            {
                source.Refuse(name, $"is for a rule that the pack '{pack.PackId}' does not have");
            }
            else if (!seen.Add(ruleId))
            {
                source.Refuse(name, $"is for rule '{ruleId}', which is also set under another spelling");
            }
            else
            {
                pack = Changed(pack, ruleId, $"{name}__On", text => new RuleOverride(text, null), source);
                pack = Changed(pack, ruleId, $"{name}__Limit", text => new RuleOverride(null, text), source);
                RefuseOthers(name, source);
            }
        }

        return pack;
    }

    // Where a system takes no hyphen in a setting's name, an underscore stands for it.
    private static string? RuleOf(StandardsPack pack, string written) =>
        pack
            .Rules.FirstOrDefault(rule =>
                string.Equals(rule.RuleId, written.Replace('_', '-'), StringComparison.OrdinalIgnoreCase)
            )
            ?.RuleId;

    private static StandardsPack Changed(
        StandardsPack pack,
        string ruleId,
        string name,
        Func<string, RuleOverride> change,
        SettingsSource source
    )
    {
        if (source.Text(name) is not { } text)
        {
            return pack;
        }

        var (changed, problems) = RuleOverrides.Apply(
            pack,
            new Dictionary<string, RuleOverride>(StringComparer.Ordinal) { [ruleId] = change(text) }
        );
        foreach (var problem in problems)
        {
            source.Refuse(name, $"can't be used: {problem}");
        }

        return changed;
    }

    private static void RefuseOthers(string name, SettingsSource source)
    {
        foreach (var other in source.Below(name).Where(IsUnknown))
        {
            source.Refuse($"{name}__{other}", "is not a setting: a rule has On and Limit");
        }
    }

    private static bool IsUnknown(string written) =>
        !written.Equals("On", StringComparison.OrdinalIgnoreCase)
        && !written.Equals("Limit", StringComparison.OrdinalIgnoreCase);
}
