namespace YosWorkflow.Core.Chasing;

/// <summary>What makes a digest the one it is: one person is told at most once a day by each channel.</summary>
/// <param name="Day">The day of the chase.</param>
/// <param name="PersonId">Who is told.</param>
/// <param name="Channel">By which way.</param>
public readonly record struct DigestKey(DateOnly Day, string PersonId, Channel Channel)
{
    /// <summary>The key as text, such as <c>2011-10-04|CM001|email</c>.</summary>
    public override string ToString() => $"{IsoDate.Format(Day)}|{PersonId}|{Codes<Channel>.Of(Channel)}";

    /// <summary>Reads a key's text. False if it is not one.</summary>
    public static bool TryParse(string? text, out DigestKey key)
    {
        key = default;
        var parts = text?.Split('|');
        if (
            parts is not [var day, var person, var channel]
            || !IsoDate.TryParse(day, out var date)
            || !Codes<Channel>.TryRead(channel, out var read)
        )
        {
            return false;
        }

        key = new DigestKey(date, person, read);
        return true;
    }
}
