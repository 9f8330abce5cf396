using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace YosWorkflow.Core.Chasing;

/// <summary>By what a page names the line of something owed, so that a link can lead to it.</summary>
public static class DutyLine
{
    // A case has some dozens of rules at most.
    private const int MarkBytes = 5;

    /// <summary>
    /// The id of the line: letters, digits, hyphens and full stops only, whatever the case's reference is made of, and no two the
    /// same. Addresses are kept in many places, so it does not say which rule it is: that of one may tell of custody or of risk.
    /// </summary>
    public static string IdOf(string caseRef, string ruleId) => $"{Safe(caseRef)}..{Mark(ruleId)}";

    private static string Mark(string ruleId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ruleId)).AsSpan(0, MarkBytes));

    private static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter == '-')
            {
                safe.Append(letter);
            }
            else
            {
                safe.Append('.').Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        return safe.ToString();
    }
}
