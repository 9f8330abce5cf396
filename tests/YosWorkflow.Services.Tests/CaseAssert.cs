using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Services.Tests;

/// <summary>Compares cases by all they hold: a record compares its array of milestones by identity.</summary>
internal static class CaseAssert
{
    public static void Same(Case expected, Case? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.Milestones.AsEnumerable(), actual.Milestones);
        Assert.Equal(expected with { Milestones = [] }, actual with { Milestones = [] });
    }

    public static void Same(IEnumerable<Case> expected, IEnumerable<Case> actual)
    {
        var sorted = expected.OrderBy(one => one.CaseRef, StringComparer.Ordinal).ToArray();
        var found = actual.OrderBy(one => one.CaseRef, StringComparer.Ordinal).ToArray();
        Assert.Equal(sorted.Select(one => one.CaseRef), found.Select(one => one.CaseRef));
        foreach (var (one, other) in sorted.Zip(found))
        {
            Same(one, other);
        }
    }
}
