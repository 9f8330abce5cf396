namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>Words what a person is told: something that is read in a minute, most serious first.</summary>
public static class DigestMessages
{
    /// <summary>A digest as an email.</summary>
    public static EmailMessage Email(DigestLetter letter)
    {
        var digest = DigestWriter.Write(letter);
        var subject = $"{digest.Headline} – {digest.ServiceName}";
        return new EmailMessage(subject, TextEmail.Of(digest), HtmlEmail.Of(digest, subject));
    }

    /// <summary>A digest as a Teams notification, which leads to the most serious item.</summary>
    public static TeamsMessage Teams(DigestLetter letter) =>
        new(
            TeamsLine.Of(letter),
            letter.Items.IsEmpty ? DigestLink.ToDay(letter) : DigestLink.To(letter, letter.Items[0])
        );
}
