using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests;

public sealed class TestKitTests
{
    [Fact]
    public void Kent2011_ReadPlainly_HasTheFilesNumbers() =>
        Assert.Equal(
            (57, 1064, 6040),
            (
                Kent2011.Staff.Members.Length,
                Kent2011.Cases.Length,
                Kent2011.Cases.Sum(one => one.Milestones.Length)
            )
        );
}
