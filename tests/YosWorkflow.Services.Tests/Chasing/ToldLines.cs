using System.Text.RegularExpressions;
using YosWorkflow.Core;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Chasing;

namespace YosWorkflow.Services.Tests.Chasing;

/// <summary>What was told as short texts, so that tests can compare and read it.</summary>
internal static class ToldLines
{
    /// <summary>An item a text, such as <c>CM1 email K1 asset-start escalated +31</c>, in ordinal order.</summary>
    public static string[] Lines(this ChaseReport report) =>
        [
            .. report
                .Told.SelectMany(person =>
                    person.Items.Select(item =>
                        $"{person.PersonId} {Codes<Channel>.Of(person.Channel)} {item.CaseRef} {item.RuleId} {Codes<ChaseStep>.Of(item.Step)} +{item.WorkingDaysOverdue}"
                    )
                )
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The people told, each way by itself, such as <c>CM1 email</c>, in ordinal order.</summary>
    public static string[] People(this ChaseReport report) =>
        [
            .. report
                .Told.Select(person => $"{person.PersonId} {Codes<Channel>.Of(person.Channel)}")
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Marks as they are kept, without the days on which they were made: a chase that came late made them later.</summary>
    public static string WithoutDays(string marks) =>
        Regex.Replace(marks, "@[0-9-]{10}", "", RegexOptions.NonBacktracking);
}
