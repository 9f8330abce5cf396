using System.Collections.Immutable;
using System.Globalization;
using YosWorkflow.Web.Reading;

namespace YosWorkflow.Web.Pages.Forms;

/// <summary>A date as it was typed: a day, a month and a year, each in a field of its own.</summary>
/// <param name="Name">What the fields' names begin with.</param>
/// <param name="Day">The day.</param>
/// <param name="Month">The month.</param>
/// <param name="Year">The year.</param>
public sealed record DateFields(string Name, string Day, string Month, string Year)
{
    /// <summary>The field of the day, which is the one to look at when the whole date is wrong.</summary>
    public string DayField => Name + "-day";

    /// <summary>The field of the month.</summary>
    public string MonthField => Name + "-month";

    /// <summary>The field of the year.</summary>
    public string YearField => Name + "-year";

    /// <summary>Its fields.</summary>
    public ImmutableArray<string> Fields => [DayField, MonthField, YearField];

    /// <summary>A date of which nothing is typed.</summary>
    public static DateFields Empty(string name) => new(name, "", "", "");

    /// <summary>Reads what was typed.</summary>
    internal static DateFields Read(RequestFields fields, string name)
    {
        var empty = Empty(name);
        return new DateFields(
            name,
            fields.Text(empty.DayField, int.MaxValue) ?? "",
            fields.Text(empty.MonthField, int.MaxValue) ?? "",
            fields.Text(empty.YearField, int.MaxValue) ?? ""
        );
    }

    /// <summary>The date, or null with what is wrong with it noted.</summary>
    /// <param name="what">What date it is, such as <c>new date</c>.</param>
    /// <param name="example">A date that would do.</param>
    /// <param name="errors">Where to note it.</param>
    internal DateOnly? ToDate(string what, DateOnly example, ImmutableArray<FieldError>.Builder errors)
    {
        if (Day.Length + Month.Length + Year.Length == 0)
        {
            errors.Add(new FieldError(DayField, $"Enter the {what}"));
            return null;
        }

        (string Text, string Field, string Name)[] parts =
        [
            (Day, DayField, "day"),
            (Month, MonthField, "month"),
            (Year, YearField, "year"),
        ];
        var missing = parts.Where(part => part.Text.Length == 0).ToArray();
        if (missing.Length > 0)
        {
            var names = string.Join(" and a ", missing.Select(part => part.Name));
            errors.Add(new FieldError(missing[0].Field, $"The {what} must include a {names}"));
            return null;
        }

        if (
            DateOnly.TryParseExact(
                $"{Year}-{Month}-{Day}",
                "yyyy-M-d",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
        )
        {
            return date;
        }

        errors.Add(
            new FieldError(DayField, $"The {what} must be a real date, such as {Shared.Dates.Typed(example)}")
        );
        return null;
    }
}
