using System.Globalization;
using System.Text;

namespace YosWorkflow.Core.Chasing;

/// <summary>By what a page names the line of something owed, so that a link can lead to it.</summary>
public static class DutyLine
{
    /// <summary>
    /// The id of the line: letters, digits, hyphens and full stops only, whatever the case's reference is made of, and no two the
    /// same.
    /// </summary>
    public static string IdOf(string caseRef, string ruleId) => $"{Safe(caseRef)}..{Safe(ruleId)}";

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
