namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>The address of the page that shows a person's day: the one link of every message.</summary>
internal static class MyDayLink
{
    public static string Of(DigestLetter letter) =>
        $"{letter.PublicUrl.TrimEnd('/')}/my-day?for={Uri.EscapeDataString(letter.PersonId)}&asOf={IsoDate.Format(letter.Day)}";
}
