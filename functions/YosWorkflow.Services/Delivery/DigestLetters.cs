using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing.Messages;

namespace YosWorkflow.Services.Delivery;

/// <summary>Makes the messages of digests from what the service knows of itself, its rules and its staff.</summary>
public sealed class DigestLetters(
    LetterHead head,
    IEnumerable<IDutyGlossary> glossaries,
    Wording? wording = null
)
{
    private readonly IDutyGlossary[] glossaries = [.. glossaries];
    private readonly Wording wording = wording ?? Wording.Own;

    /// <summary>A digest as the email that a person gets.</summary>
    public EmailMessage Email(StoredDigest digest, Staff staff) => wording.Email(Letter(digest, staff));

    /// <summary>A digest as the Teams notification that a person gets.</summary>
    public TeamsMessage Teams(StoredDigest digest, Staff staff) => wording.Teams(Letter(digest, staff));

    internal DigestLetter Letter(StoredDigest digest, Staff staff) =>
        new()
        {
            Day = digest.Key.Day,
            PersonId = digest.Key.PersonId,
            PersonName = NameOf(staff, digest.Key.PersonId),
            ServiceName = head.ServiceName,
            PublicUrl = head.PublicUrl,
            Items = digest.Items,
            Undelivered = digest.Undelivered,
            Words = WordsOf,
            NameOf = staffId => NameOf(staff, staffId),
        };

    private static string NameOf(Staff staff, string staffId) => staff.Find(staffId)?.Name ?? staffId;

    // A rule that nobody knows any more, because the service has another pack now, is named by its identifier.
    private DutyWords WordsOf(string ruleId) =>
        glossaries.Select(glossary => glossary.Find(ruleId)).FirstOrDefault(words => words is not null)
        ?? new DutyWords(Readable(ruleId), "Look at the case and record what has been done");

    private static string Readable(string ruleId)
    {
        var words = ruleId.Replace('-', ' ').Trim();
        return words.Length == 0 ? ruleId : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
