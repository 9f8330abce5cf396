using System.Text.Json;

namespace YosWorkflow.TestKit;

/// <summary>
/// The rules of SendGrid's <c>POST /v3/mail/send</c> that a message of ours can break, as its API description states them:
/// required members, their kinds and sizes. A member that the description does not know is a fault as well.
/// </summary>
public static class MailSendRules
{
    private const int MostCategories = 10;
    private const int LongestCategory = 255;

    private static readonly string[] Members =
    [
        "personalizations",
        "from",
        "reply_to",
        "reply_to_list",
        "subject",
        "content",
        "attachments",
        "template_id",
        "headers",
        "categories",
        "custom_args",
        "send_at",
        "batch_id",
        "asm",
        "ip_pool_name",
        "mail_settings",
        "tracking_settings",
    ];

    private static readonly string[] PersonalizationMembers =
    [
        "from",
        "to",
        "cc",
        "bcc",
        "subject",
        "headers",
        "substitutions",
        "dynamic_template_data",
        "custom_args",
        "send_at",
    ];

    /// <summary>What is wrong with a body, a sentence each; empty if nothing is.</summary>
    public static IReadOnlyList<string> FaultsOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        var mail = document.RootElement;
        return
        [
            .. Unknown(mail, Members, "mail"),
            .. Personalizations(mail),
            .. Address(mail, "from", "from"),
            .. Content(mail),
            .. Categories(mail),
            .. NotEmpty(mail, "subject", "subject"),
        ];
    }

    private static IEnumerable<string> Unknown(JsonElement element, string[] known, string where) =>
        element
            .EnumerateObject()
            .Where(member => !known.Contains(member.Name))
            .Select(member => $"{where} has an unknown member {member.Name}.");

    private static IEnumerable<string> Personalizations(JsonElement mail)
    {
        var personalizations = List(mail, "personalizations");
        return personalizations.Count == 0
            ? ["personalizations are missing."]
            : personalizations.SelectMany(one =>
                Unknown(one, PersonalizationMembers, "personalization")
                    .Concat(
                        List(one, "to").Count == 0
                            ? ["a personalization has no to."]
                            : List(one, "to").SelectMany(to => Email(to, "to"))
                    )
                    .Concat(TextsOnly(one, "custom_args"))
            );
    }

    private static IEnumerable<string> Content(JsonElement mail)
    {
        var content = List(mail, "content");
        var types = content.Select(part => part.GetProperty("type").GetString()).ToArray();
        return content
            .SelectMany(part =>
                NotEmpty(part, "type", "content.type").Concat(NotEmpty(part, "value", "content.value"))
            )
            // Not in the description, but SendGrid refuses a message whose plain text does not come first.
            .Concat(types is ["text/plain", ..] ? [] : ["content does not begin with text/plain."]);
    }

    private static IEnumerable<string> Categories(JsonElement mail)
    {
        var categories = List(mail, "categories").Select(one => one.GetString()!).ToArray();
        return
        [
            .. categories.Length > MostCategories
                ? ["there are too many categories."]
                : Array.Empty<string>(),
            .. categories.Distinct().Count() < categories.Length
                ? ["a category comes twice."]
                : Array.Empty<string>(),
            .. categories
                .Where(one => one.Length > LongestCategory)
                .Select(one => $"category {one} is too long."),
        ];
    }

    private static IEnumerable<string> TextsOnly(JsonElement element, string name) =>
        element.TryGetProperty(name, out var arguments)
            ? arguments
                .EnumerateObject()
                .Where(argument => argument.Value.ValueKind != JsonValueKind.String)
                .Select(argument => $"{name}.{argument.Name} is no text.")
            : [];

    private static IEnumerable<string> Address(JsonElement element, string name, string where) =>
        element.TryGetProperty(name, out var address) ? Email(address, where) : [$"{where} is missing."];

    private static IEnumerable<string> Email(JsonElement address, string where) =>
        address.TryGetProperty("email", out var email)
        && email.GetString()!.Contains('@', StringComparison.Ordinal)
            ? []
            : [$"{where} has no email address."];

    private static IEnumerable<string> NotEmpty(JsonElement element, string name, string where) =>
        element.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 }
            ? []
            : [$"{where} is missing or empty."];

    private static IReadOnlyList<JsonElement> List(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : [];
}
