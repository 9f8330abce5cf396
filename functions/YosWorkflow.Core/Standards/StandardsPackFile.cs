using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Standards;

/// <summary>Reads a standards pack as it is written. A pack may extend another, change rules of it, and add its own.</summary>
internal static class StandardsPackFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads a pack.</summary>
    /// <param name="packId">The identifier it must have.</param>
    /// <param name="json">Its text.</param>
    /// <param name="extended">Gives the pack that it extends.</param>
    /// <exception cref="FormatException">It is not as it should be; the message names the pack and all its rules that are not.</exception>
    public static StandardsPack Read(string packId, string json, Func<string, StandardsPack> extended)
    {
        var written = Parse(packId, json);
        var inherited = written.Extends is { } baseId ? extended(baseId) : null;
        var problems = new List<string>();
        if (!string.Equals(written.PackId, packId, StringComparison.Ordinal))
        {
            problems.Add($"its pack_id is '{written.PackId}'");
        }

        var rules = (inherited?.Rules ?? [])
            .Select(rule => Changed(rule, written.Changes))
            .Concat(written.Rules.Select(rule => rule.ToRule(problems)))
            .ToImmutableArray();
        problems.AddRange(
            rules
                .GroupBy(rule => rule.RuleId, StringComparer.Ordinal)
                .Where(group => group.Count() > 1)
                .Select(group => $"rule '{group.Key}' comes twice")
        );
        problems.AddRange(
            (written.Changes ?? [])
                .Where(change => inherited?.Find(change.RuleId) is null)
                .Select(change => $"it changes rule '{change.RuleId}', which it does not extend")
        );
        ThrowIfAny(packId, problems);
        return new StandardsPack(
            packId,
            written.Title,
            written.InForce,
            rules,
            [.. inherited?.NotKnown ?? [], .. written.NotKnown]
        );
    }

    private static Rule Changed(Rule rule, WrittenChange[]? changes) =>
        changes?.FirstOrDefault(change => string.Equals(change.RuleId, rule.RuleId, StringComparison.Ordinal))
            is { } found
            ? rule with
            {
                On = found.On,
            }
            : rule;

    private static WrittenPack Parse(string packId, string json)
    {
        try
        {
            return JsonSerializer.Deserialize<WrittenPack>(json, Json)
                ?? throw new FormatException($"Standards pack '{packId}': there is nothing in it.");
        }
        catch (JsonException error)
        {
            throw new FormatException(
                $"Standards pack '{packId}': {RuleAt(error, json)}{error.Message}",
                error
            );
        }
    }

    // A reader of the message knows the rule by its id, not by where it stands in the file.
    private static string RuleAt(JsonException error, string json)
    {
        if (
            error.Path?.Split('[', ']') is not ["$.rules", var position, ..]
            || !int.TryParse(position, CultureInfo.InvariantCulture, out var index)
        )
        {
            return "";
        }

        try
        {
            return JsonNode.Parse(json)?["rules"]?[index]?["rule_id"] is { } ruleId
                ? $"rule '{ruleId}': "
                : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static void ThrowIfAny(string packId, List<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new FormatException($"Standards pack '{packId}': {string.Join("; ", problems)}.");
        }
    }

    private sealed record WrittenPack(
        string PackId,
        string Title,
        string InForce,
        WrittenRule[] Rules,
        string[] NotKnown,
        string? Extends = null,
        WrittenChange[]? Changes = null
    );

    private sealed record WrittenChange(string RuleId, bool On);

    private sealed record WrittenLimit(
        string Limit,
        OrderType[]? OrderTypes = null,
        InterventionLevel? InterventionLevel = null,
        bool? Repeat = null
    );

    private sealed record WrittenRule(
        string RuleId,
        string Title,
        string Action,
        ClockStart Clock,
        WrittenLimit[] Limits,
        MilestoneKind MetBy,
        StaffRole OwedBy,
        Certainty Certainty,
        string Source,
        bool On,
        OrderType[]? OrderTypes = null,
        RuleCondition Condition = RuleCondition.None,
        bool Repeats = false,
        string? Note = null
    )
    {
        public Rule ToRule(List<string> problems)
        {
            var rule = ToRule();
            problems.AddRange(
                Problems().Concat(MissingLimits(rule)).Select(problem => $"rule '{RuleId}' {problem}")
            );
            return rule;
        }

        private Rule ToRule() =>
            new()
            {
                RuleId = RuleId,
                Title = Title,
                Action = Action,
                On = On,
                OrderTypes = [.. OrderTypes ?? []],
                Condition = Condition,
                Clock = Clock,
                Limits = [.. Limits.Select(ToLimit)],
                Repeats = Repeats,
                MetBy = MetBy,
                OwedBy = OwedBy,
                Certainty = Certainty,
                Source = Source,
                Note = Note,
            };

        private static IEnumerable<string> MissingLimits(Rule rule)
        {
            foreach (var order in Enum.GetValues<OrderType>().Where(rule.AppliesTo))
            {
                if (rule.LimitFor(order, level: null, repeat: false) is null)
                {
                    yield return $"has no limit for {Codes<OrderType>.Of(order)}";
                }

                if (rule.Repeats && rule.LimitFor(order, level: null, repeat: true) is null)
                {
                    yield return $"has no limit for {Codes<OrderType>.Of(order)} when it repeats";
                }
            }
        }

        private static RuleLimit ToLimit(WrittenLimit written) =>
            new(
                Limit.TryParse(written.Limit, out var limit) ? limit : default,
                [.. written.OrderTypes ?? []],
                written.InterventionLevel,
                written.Repeat
            );

        private IEnumerable<string> Problems()
        {
            foreach (var written in Limits.Where(written => !Limit.TryParse(written.Limit, out _)))
            {
                yield return $"has the limit '{written.Limit}', which is not one";
            }

            if (OwedBy is not (StaffRole.CaseManager or StaffRole.PracticeSupervisor))
            {
                yield return $"is owed by '{Codes<StaffRole>.Of(OwedBy)}', who has no cases";
            }
        }
    }
}
