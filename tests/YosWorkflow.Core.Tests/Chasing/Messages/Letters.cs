using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Chasing.Messages;
using static YosWorkflow.Core.Tests.Example;

namespace YosWorkflow.Core.Tests.Chasing.Messages;

/// <summary>Letters as tests need them, of Tue 4 Oct 2011 to CM1 unless they say otherwise.</summary>
internal static class Letters
{
    public static DigestLetter Letter(params NoticeItem[] items) =>
        new()
        {
            Day = Day("2011-10-04"),
            PersonId = "CM1",
            PersonName = "Ann Low",
            ServiceName = "Kent YOS",
            PublicUrl = "https://yos.example",
            Items = [.. items],
            Words = ruleId => new DutyWords($"Title of {ruleId}", $"Do {ruleId}"),
            NameOf = staffId => $"Name of {staffId}",
        };

    public static NoticeItem Overdue(
        string caseRef,
        int days = 3,
        string owedBy = "CM1",
        string? meantFor = null
    ) =>
        new(
            caseRef,
            "plan",
            Day("2011-09-01"),
            Day("2011-09-29"),
            ChaseStep.Overdue,
            days,
            owedBy,
            HighRisk: false,
            meantFor
        );

    public static NoticeItem DueToday(string caseRef) =>
        Overdue(caseRef, days: 0) with
        {
            DueOn = Day("2011-10-04"),
            Step = ChaseStep.Due,
        };

    public static NoticeItem ComingUp(string caseRef) =>
        Overdue(caseRef, days: 0) with
        {
            DueOn = Day("2011-10-10"),
            Step = ChaseStep.Early,
        };

    public static IEnumerable<NoticeItem> Many(int number, Func<string, NoticeItem> item) =>
        Enumerable.Range(1, number).Select(n => item($"K{n:000}"));
}
