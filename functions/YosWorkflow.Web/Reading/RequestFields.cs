using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Core;
using YosWorkflow.Web.Problems;

namespace YosWorkflow.Web.Reading;

/// <summary>
/// The named texts of a request, read one by one into what they stand for. What can't be read is noted by field, so that an
/// answer can name everything that is wrong at once.
/// </summary>
internal sealed class RequestFields(IReadOnlyDictionary<string, string> texts)
{
    private readonly Dictionary<string, string[]> errors = new(StringComparer.Ordinal);

    /// <summary>What is wrong, by field; empty while everything that was asked for could be read.</summary>
    public IReadOnlyDictionary<string, string[]> Errors => errors;

    /// <summary>The fields of a query. One that is given twice is an error, for nobody can say which was meant.</summary>
    public static RequestFields OfQuery(IQueryCollection query)
    {
        var fields = new RequestFields(
            query.ToDictionary(
                field => field.Key,
                field => field.Value.ToString(),
                StringComparer.OrdinalIgnoreCase
            )
        );
        foreach (var field in query.Where(field => field.Value.Count > 1))
        {
            fields.Refuse(field.Key, "It is given more than once.");
        }

        return fields;
    }

    /// <summary>A text without the blanks around it, or null if it is missing or blank.</summary>
    public string? Text(string name, int longest)
    {
        var text = texts.GetValueOrDefault(name)?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (text.Length > longest)
        {
            Refuse(name, $"It is longer than {longest.ToString(CultureInfo.InvariantCulture)} characters.");
            return null;
        }

        return text;
    }

    /// <summary>A text that has to be there; empty, with an error noted, if it is not.</summary>
    public string RequiredText(string name, int longest)
    {
        var text = Text(name, longest);
        if (text is null)
        {
            Refuse(name, "It is missing.");
        }

        return text ?? "";
    }

    /// <summary>A date as <c>yyyy-MM-dd</c>, or null if it is missing.</summary>
    public DateOnly? Date(string name)
    {
        if (Text(name, 100) is not { } text)
        {
            return null;
        }

        if (IsoDate.TryParse(text, out var date))
        {
            return date;
        }

        Refuse(name, $"'{text}' is not a date as yyyy-MM-dd.");
        return null;
    }

    /// <summary>A date that has to be there; the earliest of all, with an error noted, if it is not.</summary>
    public DateOnly RequiredDate(string name)
    {
        var date = Date(name);
        if (date is null)
        {
            Refuse(name, "It is missing. Write a date as yyyy-MM-dd.");
        }

        return date ?? default;
    }

    /// <summary>Codes of an enumeration with commas between them; empty if it is missing.</summary>
    public ImmutableHashSet<T> Codes<T>(string name)
        where T : struct, Enum
    {
        var read = ImmutableHashSet.CreateBuilder<T>();
        foreach (var code in Text(name, 200)?.Split(',', StringSplitOptions.TrimEntries) ?? [])
        {
            if (Core.Codes<T>.TryRead(code, out var value))
            {
                read.Add(value);
            }
            else
            {
                Refuse(name, $"'{code}' is not one of {string.Join(", ", Core.Codes<T>.All)}.");
            }
        }

        return read.ToImmutable();
    }

    /// <summary>A whole number within bounds, or a default if it is missing.</summary>
    public int Number(string name, int otherwise, int least, int most)
    {
        if (Text(name, 100) is not { } text)
        {
            return otherwise;
        }

        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
        {
            return number;
        }

        Refuse(
            name,
            string.Create(
                CultureInfo.InvariantCulture,
                $"'{text}' is not a whole number from {least} to {most}."
            )
        );
        return otherwise;
    }

    /// <summary>A whole number within bounds, or null if it is missing.</summary>
    public int? WholeNumber(string name, int least, int most) =>
        Text(name, 100) is null ? null : Number(name, least, least, most);

    /// <summary>A percentage above 0 and up to 100, or null if it is missing.</summary>
    public decimal? Percent(string name)
    {
        if (Text(name, 100) is not { } text)
        {
            return null;
        }

        if (
            decimal.TryParse(
                text,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var percent
            ) && percent is > 0 and <= 100
        )
        {
            return percent;
        }

        Refuse(name, $"'{text}' is not a percentage above 0 and up to 100.");
        return null;
    }

    /// <summary>Notes that a field is wrong. The first word on a field stands.</summary>
    public void Refuse(string name, string reason) => errors.TryAdd(name, [reason]);

    /// <summary>The answer to a request whose fields are wrong.</summary>
    public IResult Refusal() =>
        Problem.Result(
            ProblemKind.InvalidFields,
            "Not every field could be read: "
                + string.Join(" ", errors.Select(error => $"{error.Key}: {error.Value[0]}")),
            errors
        );
}
