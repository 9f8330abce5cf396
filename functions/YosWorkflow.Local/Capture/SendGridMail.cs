using System.Text.Json;

namespace YosWorkflow.Local.Capture;

/// <summary>
/// A body of SendGrid's <c>POST /v3/mail/send</c>. It is checked for what SendGrid answers 400 for, and for what SendGrid would
/// silently drop, so that neither goes unnoticed on this machine.
/// </summary>
internal static class SendGridMail
{
    /// <summary>Its path.</summary>
    public const string Path = "/v3/mail/send";

    /// <summary>What is wrong with a body, or null.</summary>
    public static CaptureFault? FaultOf(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return Bad("The body is not an object.", null);
        }

        return FaultOfPersonalizations(body)
            ?? (
                body.Text("from", "email") is { } from && from.Contains('@', StringComparison.Ordinal)
                    ? null
                    : Bad("The from email does not contain a valid address.", "from.email")
            )
            ?? FaultOfContent(body);
    }

    /// <summary>The first recipient's address and, if it is given, name.</summary>
    public static (string Address, string? Name) To(JsonElement body)
    {
        var to = body.GetProperty("personalizations")[0].GetProperty("to")[0];
        return (to.Text("email") ?? "", to.Text("name"));
    }

    /// <summary>The subject.</summary>
    public static string Subject(JsonElement body) =>
        body.GetProperty("personalizations")[0].Text("subject") ?? body.Text("subject") ?? "";

    /// <summary>What it says in a type such as <c>text/html</c>, or null.</summary>
    public static string? Content(JsonElement body, string type) =>
        body.GetProperty("content")
            .EnumerateArray()
            .Where(part => part.Text("type") == type)
            .Select(part => part.Text("value"))
            .FirstOrDefault();

    /// <summary>A custom argument that travels with it, or null.</summary>
    public static string? CustomArgument(JsonElement body, string name) =>
        body.GetProperty("personalizations")[0].Text("custom_args", name) ?? body.Text("custom_args", name);

    private static CaptureFault? FaultOfPersonalizations(JsonElement body)
    {
        if (body.Items("personalizations") is not { Length: > 0 } envelopes)
        {
            return Bad(
                "The personalizations field is required and must have at least one personalization.",
                "personalizations"
            );
        }

        foreach (var envelope in envelopes)
        {
            if (envelope.Items("to") is not { Length: > 0 } to)
            {
                return Bad(
                    "The to array is required for all personalization objects, and must have at least one email object with a valid email address.",
                    "personalizations.0.to"
                );
            }

            var addresses = to.Select(one => one.Text("email") ?? "").ToArray();
            if (!Array.TrueForAll(addresses, address => address.Contains('@', StringComparison.Ordinal)))
            {
                return Bad("Does not contain a valid address.", "personalizations.0.to.0.email");
            }

            if (addresses.Distinct(StringComparer.OrdinalIgnoreCase).Count() < addresses.Length)
            {
                return Bad(
                    "Each email address in the personalization block should be unique between to, cc, and bcc.",
                    "personalizations.0.to"
                );
            }

            if (string.IsNullOrEmpty(envelope.Text("subject") ?? body.Text("subject")))
            {
                return Bad("The subject is required.", "subject");
            }
        }

        return null;
    }

    private static CaptureFault? FaultOfContent(JsonElement body)
    {
        if (body.Items("content") is not { Length: > 0 } parts)
        {
            return Bad("The content field is required.", "content");
        }

        if (
            !Array.TrueForAll(
                parts,
                part => part.Text("type") is { Length: > 0 } && part.Text("value") is { Length: > 0 }
            )
        )
        {
            return Bad(
                "The content value must be a string at least one character in length.",
                "content.0.value"
            );
        }

        return parts.Length > 1 && parts[0].Text("type") != "text/plain"
            ? Bad(
                "If present, text/plain and text/html may only be provided once, text/plain first.",
                "content"
            )
            : null;
    }

    private static CaptureFault Bad(string message, string? field) =>
        new(StatusCodes.Status400BadRequest, message, field);
}
