using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Reading;

namespace YosWorkflow.Web.Routes.Audits;

/// <summary>A part of a return as a request carries it.</summary>
/// <param name="By">Who hands it in; empty if it does not say.</param>
/// <param name="Answers">The answers.</param>
/// <param name="Submit">Whether the return goes in with it.</param>
internal sealed record ReturnBody(string By, ImmutableArray<AnsweredQuestion> Answers, bool Submit)
{
    // Every question of a long template with the longest note, in characters that take several bytes.
    private const int MostBytes = 1024 * 1024;
    private const int LongestId = 100;
    private const string AnswersName = "answers";
    private const string SubmitName = "submit";

    private static readonly string[] OfAnswer = ["answer", "seen"];

    /// <summary>Reads a body, or says all that is wrong with it.</summary>
    public static async Task<(ReturnBody? Body, IResult? Refusal)> ReadAsync(
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var (body, unreadable) = await JsonBody.ReadObjectAsync(request, MostBytes, cancellationToken);
        if (body is not { } root)
        {
            return (null, unreadable);
        }

        var fields = JsonBody.FieldsOf(Without(root, AnswersName, SubmitName), ["by"], []);
        var by = request.ActsFor(fields, "by", LongestId, developerMayLeaveOut: true);
        var answers = AnswersIn(root, fields);
        var submit = SubmitIn(root, fields);
        return fields.Errors.Count > 0
            ? (null, fields.Refusal())
            : (new ReturnBody(by, answers, submit), null);
    }

    private static JsonElement Without(JsonElement root, params string[] names) =>
        JsonSerializer.SerializeToElement(
            root.EnumerateObject()
                .Where(property => !names.Contains(property.Name, StringComparer.Ordinal))
                .ToDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal)
        );

    private static bool SubmitIn(JsonElement root, RequestFields fields)
    {
        if (!root.TryGetProperty(SubmitName, out var submit) || submit.ValueKind == JsonValueKind.Null)
        {
            return false;
        }

        if (submit.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            fields.Refuse(SubmitName, "It is neither true nor false.");
        }

        return submit.ValueKind == JsonValueKind.True;
    }

    private static ImmutableArray<AnsweredQuestion> AnswersIn(JsonElement root, RequestFields fields)
    {
        if (!root.TryGetProperty(AnswersName, out var answers) || answers.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (answers.ValueKind != JsonValueKind.Object)
        {
            fields.Refuse(AnswersName, "It is not an object with the answers by question.");
            return [];
        }

        return [.. answers.EnumerateObject().Select(given => AnswerIn(given, fields))];
    }

    private static AnsweredQuestion AnswerIn(JsonProperty given, RequestFields fields)
    {
        var name = $"{AnswersName}.{given.Name}";
        if (given.Value.ValueKind != JsonValueKind.Object)
        {
            fields.Refuse(name, "It is not an object with answer and seen.");
            return new AnsweredQuestion(given.Name, default, "");
        }

        var own = JsonBody.FieldsOf(given.Value, OfAnswer, []);
        var code = own.RequiredText("answer", LongestId);
        var seen = own.Text("seen", ReturnCheck.LongestNote) ?? "";
        if (!Codes<AuditAnswer>.TryRead(code, out var answer) && code.Length > 0)
        {
            own.Refuse("answer", $"'{code}' is not one of {string.Join(", ", Codes<AuditAnswer>.All)}.");
        }

        foreach (var (part, reasons) in own.Errors)
        {
            fields.Refuse($"{name}.{part}", reasons[0]);
        }

        return new AnsweredQuestion(given.Name, answer, seen);
    }
}
