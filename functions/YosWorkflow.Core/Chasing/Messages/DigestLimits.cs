namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>How many items a digest shows, so that it is read in a minute. What is beyond is counted, and behind the link.</summary>
internal static class DigestLimits
{
    /// <summary>Of all that colleagues owe, and of all that people owe for whom the reader stands in.</summary>
    public const int OfOthers = 15;

    /// <summary>Of people who are named without any of their items.</summary>
    public const int PeopleNamed = 6;

    /// <summary>Of people for whom the reader stands in, by name.</summary>
    public const int AwayNamed = 4;

    /// <summary>Of messages that could not be delivered.</summary>
    public const int Undelivered = 20;

    /// <summary>Of the reader's own items of an urgency.</summary>
    public static int Own(Urgency urgency) => urgency == Urgency.Overdue ? 10 : 5;
}
