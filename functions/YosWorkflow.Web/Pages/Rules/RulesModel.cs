using System.Collections.Immutable;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.Rules;

/// <summary>By which rules the service works.</summary>
/// <param name="PackTitle">What the pack is called.</param>
/// <param name="InForce">When it was or is in force.</param>
/// <param name="NotKnown">What the edition may require but could not be read.</param>
/// <param name="Rules">Its rules, on and off.</param>
/// <param name="LastKnownDay">Until when bank holidays are known.</param>
/// <param name="EndsSoon">Whether that is less than a year away.</param>
public sealed record RulesModel(
    string PackTitle,
    string InForce,
    ImmutableArray<string> NotKnown,
    Table Rules,
    DateOnly LastKnownDay,
    bool EndsSoon
)
{
    internal static RulesModel Of(ServiceRules rules, DateOnly today)
    {
        var last = new DateOnly(rules.Calendar.LastYear, 12, 31);
        return new RulesModel(
            rules.Pack.Title,
            rules.Pack.InForce,
            rules.Pack.NotKnown,
            new Table(
                "rules",
                "The rules, where each comes from and how sure that is",
                [
                    new("Rule"),
                    new("On or off"),
                    new("Limit"),
                    new("Owed by"),
                    new("Its limit"),
                    new("Source"),
                ],
                [.. rules.Pack.Rules.Select(Row)]
            ),
            last,
            last < today.AddYears(1)
        );
    }

    private static ImmutableArray<Cell> Row(Rule rule) =>
        [
            new Cell(rule.Title) { Note = rule.Note },
            new Cell(rule.On ? "On" : "Off") { Tag = rule.On ? "green" : "grey" },
            string.Join("; ", rule.Limits.Select(Words)),
            Wording.Of(rule.OwedBy),
            Capital(Wording.Of(rule.Certainty)),
            rule.Source,
        ];

    private static string Words(RuleLimit limit)
    {
        var length =
            limit.Limit.Unit == LimitUnit.WorkingDays
                ? Wording.Count(limit.Limit.Amount, "working day")
                : Wording.Count(limit.Limit.Amount, "month");
        string?[] conditions =
        [
            string.Join(", ", limit.OrderTypes.Select(Wording.Of)),
            limit.InterventionLevel is { } level
                ? $"{Core.Codes<InterventionLevel>.Of(level)} intervention"
                : null,
            limit.Repeat switch
            {
                true => "after the first",
                false => "the first",
                null => null,
            },
        ];
        var said = string.Join("; ", conditions.Where(text => !string.IsNullOrEmpty(text)));
        return said.Length == 0 ? length : $"{length} ({said})";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
