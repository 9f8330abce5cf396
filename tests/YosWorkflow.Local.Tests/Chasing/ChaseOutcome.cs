using System.Text.Json;
using YosWorkflow.Local.Capture;
using YosWorkflow.Services.Delivery;

namespace YosWorkflow.Local.Tests.Chasing;

/// <summary>What a chase came to, as the people saw it: the messages that were captured.</summary>
internal static class ChaseOutcome
{
    /// <summary>Who was told what, by the chase's own JSON: a text for each item.</summary>
    public static IEnumerable<string> Told(JsonElement report) =>
        report
            .GetProperty("told")
            .EnumerateArray()
            .SelectMany(person =>
                person
                    .GetProperty("items")
                    .EnumerateArray()
                    .Select(item =>
                        string.Join(
                            '|',
                            person.GetProperty("person_id").GetString(),
                            person.GetProperty("channel").GetString(),
                            item.GetProperty("case_ref").GetString(),
                            item.GetProperty("rule_id").GetString(),
                            item.GetProperty("step").GetString()
                        )
                    )
            )
            .Order(StringComparer.Ordinal);

    /// <summary>The captured messages, by digest: an email by the key that travels with it, a notification by person and chain.</summary>
    public static ILookup<string, CapturedRequest> Captured(WorkDirectory directory)
    {
        using var files = new CapturedFiles(directory.Local.Make("captured"), TimeProvider.System);
        return files.ReadAll().ToLookup(KeyOf);
    }

    public static bool IsEmail(CapturedRequest request) => request.Path == SendGridMail.Path;

    private static string KeyOf(CapturedRequest request) =>
        IsEmail(request)
            ? SendGridMail.CustomArgument(request.Body, SendGridEmails.DigestArgument)!
            : FormattableString.Invariant($"{request.Path}|{GraphActivity.Chain(request.Body)!.Value}");
}
