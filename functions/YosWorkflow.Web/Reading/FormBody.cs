using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using YosWorkflow.Web.Problems;

namespace YosWorkflow.Web.Reading;

/// <summary>Reads what a page's form sends: a few short fields.</summary>
internal static class FormBody
{
    /// <summary>How large such a body is at most, in bytes.</summary>
    public const int MostBytes = 64 * 1024;

    private const string Type = "application/x-www-form-urlencoded";

    /// <summary>
    /// Reads a form's fields, or says why that can't be done. A field that is not among <paramref name="known"/>, or comes twice, is
    /// noted as wrong.
    /// </summary>
    public static async Task<(RequestFields? Fields, IResult? Refusal)> ReadAsync(
        HttpRequest request,
        string[] known,
        CancellationToken cancellationToken,
        int mostBytes = MostBytes
    )
    {
        var (form, refusal) = await ReadFormAsync(request, mostBytes, cancellationToken);
        return form is null ? (null, refusal) : (FieldsOf(form, known), null);
    }

    /// <summary>Reads a form as it comes, whatever its fields are called, or says why that can't be done.</summary>
    public static async Task<(Dictionary<string, StringValues>? Form, IResult? Refusal)> ReadFormAsync(
        HttpRequest request,
        int mostBytes,
        CancellationToken cancellationToken
    )
    {
        if (
            !string.Equals(
                request.GetTypedHeaders().ContentType?.MediaType.Value,
                Type,
                StringComparison.OrdinalIgnoreCase
            )
        )
        {
            return (null, Problem.Result(ProblemKind.UnsupportedType, $"Send {Type}."));
        }

        var body =
            request.ContentLength > mostBytes
                ? null
                : await LimitedBody.ReadAsync(request.Body, mostBytes, cancellationToken);
        if (body is null)
        {
            return (null, LimitedBody.TooLarge(mostBytes));
        }

        try
        {
            using var reader = new FormReader(Encoding.UTF8.GetString(body));
            return (await reader.ReadFormAsync(cancellationToken), null);
        }
        catch (InvalidDataException)
        {
            return (null, Problem.Result(ProblemKind.UnreadableBody, "The body is not a form of ours."));
        }
    }

    private static RequestFields FieldsOf(Dictionary<string, StringValues> form, string[] known)
    {
        var fields = new RequestFields(
            form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal)
        );
        foreach (var (name, values) in form)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                fields.Refuse(name, $"There is no such field. Known are {string.Join(", ", known)}.");
            }
            else if (values.Count > 1)
            {
                fields.Refuse(name, "It is given more than once.");
            }
        }

        return fields;
    }
}
