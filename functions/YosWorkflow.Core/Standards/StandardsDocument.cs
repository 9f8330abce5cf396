using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Standards;

/// <summary>Writes the page about the standards packs (<c>docs/standards.md</c>) from the packs, so that it can't differ from them.</summary>
public static class StandardsDocument
{
    private const string Introduction = """
        # Standards packs

        What the service owes, by when, and how sure that is. This page is made from the packs in
        `functions/YosWorkflow.Core/Standards/packs`; a test fails when the two differ and says how to make it anew. Don't edit it.

        A pack is chosen by the setting `Standards__Pack`. A rule that is off raises nothing until the service turns it on; a rule
        that is `unconfirmed` is off in every national pack. The service can also give a rule another limit.

        Day 0, the day on which a clock starts, is not counted. Working days are Monday to Friday less the bank holidays of England
        and Wales; months are calendar months, the day clamped to the month's last. Where a rule repeats, each milestone that meets
        it starts the clock of the next.

        """;

    /// <summary>The page as Markdown, for all packs that come with the software, the default first.</summary>
    public static string Write() => string.Concat(Lines().Select(line => line + "\n"));

    private static IEnumerable<string> Lines() =>
        [
            Introduction,
            "| certainty | meaning |",
            "|---|---|",
            .. Enum.GetValues<Certainty>()
                .Select(certainty =>
                    $"| {Codes<Certainty>.Of(certainty)} | {StandardsWords.Of(certainty)} |"
                ),
            .. StandardsPacks
                .Ids.OrderByDescending(id => id == StandardsPacks.Default)
                .SelectMany(id => Lines(StandardsPacks.Load(id))),
        ];

    private static IEnumerable<string> Lines(StandardsPack pack) =>
        [
            "",
            $"## {pack.PackId}: {pack.Title}",
            "",
            $"In force: {pack.InForce}.{(pack.PackId == StandardsPacks.Default ? " This is the default pack." : "")}",
            "",
            "| rule | applies to | limit | clock starts | met by | owed by | certainty | on |",
            "|---|---|---|---|---|---|---|---|",
            .. pack.Rules.Select(rule => $"| {string.Join(" | ", Cells(rule))} |"),
            "",
            "### Where its rules come from",
            "",
            .. pack.Rules.Select(Source),
            "",
            "### What is not known, and so left out",
            "",
            .. pack.NotKnown.Select(unknown => $"- {Sentence(unknown)}"),
        ];

    private static string Source(Rule rule) =>
        $"- **{rule.RuleId}** ({rule.Title}): {Sentence(rule.Source)}{(rule.Note is { } note ? " " + Sentence(note) : "")}";

    private static IEnumerable<string> Cells(Rule rule) =>
        [
            rule.RuleId,
            AppliesTo(rule),
            string.Join("; ", rule.Limits.Select(limit => Limit(rule, limit))),
            StandardsWords.Of(rule.Clock) + (rule.Repeats ? "; then each time it is met" : ""),
            $"`{Codes<MilestoneKind>.Of(rule.MetBy)}`",
            StandardsWords.Of(rule.OwedBy),
            Codes<Certainty>.Of(rule.Certainty),
            rule.On ? "on" : "off",
        ];

    private static string AppliesTo(Rule rule)
    {
        var orders = rule.OrderTypes.IsEmpty
            ? "any order"
            : string.Join(", ", rule.OrderTypes.Order().Select(StandardsWords.Of));
        return StandardsWords.Of(rule.Condition) is { } condition ? $"{orders}; {condition}" : orders;
    }

    private static string Limit(Rule rule, RuleLimit limit)
    {
        var conditions = limit
            .OrderTypes.Select(StandardsWords.Of)
            .Concat(limit.InterventionLevel is { } level ? [StandardsWords.Of(level)] : [])
            .Concat(limit.Repeat is { } repeat ? [repeat ? "after that" : "the first"] : [])
            .ToArray();
        var text =
            rule.Repeats && limit.Repeat != false
                ? StandardsWords.Every(limit.Limit)
                : StandardsWords.Of(limit.Limit);
        return conditions.Length == 0 ? text : $"{text} ({string.Join(", ", conditions)})";
    }

    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";
}
