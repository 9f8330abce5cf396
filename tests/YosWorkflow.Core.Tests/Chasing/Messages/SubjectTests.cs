using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Chasing.Messages;
using static YosWorkflow.Core.Tests.Chasing.Messages.Letters;

namespace YosWorkflow.Core.Tests.Chasing.Messages;

public sealed class SubjectTests
{
    public static TheoryData<NoticeItem[], string[], string> Subjects =>
        new()
        {
            { [Overdue("K1")], [], "1 overdue – Kent YOS" },
            { [DueToday("K1"), DueToday("K2")], [], "2 due today – Kent YOS" },
            { [ComingUp("K1")], [], "1 coming up – Kent YOS" },
            {
                [Overdue("K1"), Overdue("K2"), Overdue("K3"), DueToday("K4"), DueToday("K5")],
                [],
                "3 overdue, 2 due today – Kent YOS"
            },
            { [.. Many(1234, one => Overdue(one))], [], "1,234 overdue – Kent YOS" },
            { [], ["a"], "1 message could not be delivered – Kent YOS" },
            { [], ["a", "b"], "2 messages could not be delivered – Kent YOS" },
            { [Overdue("K1")], ["a"], "1 overdue; 1 message could not be delivered – Kent YOS" },
            { [], [], "Nothing is due – Kent YOS" },
        };

    [Theory]
    [MemberData(nameof(Subjects), DisableDiscoveryEnumeration = true)]
    public void Email_ALetter_SaysTheEssenceInItsSubject(
        NoticeItem[] items,
        string[] undelivered,
        string subject
    ) =>
        Assert.Equal(
            subject,
            DigestMessages.Email(Letter(items) with { Undelivered = [.. undelivered] }).Subject
        );

    [Fact]
    public void Email_NameWithLineBreaks_HasASubjectOfOneLine() =>
        Assert.Equal(
            "1 overdue – Kent Bcc: x",
            DigestMessages.Email(Letter(Overdue("K1")) with { ServiceName = "Kent\r\nBcc: x" }).Subject
        );
}
