using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using YosWorkflow.Local.Serving;

namespace YosWorkflow.Local.CommandLine;

/// <summary>Options that several verbs have.</summary>
internal static class VerbOptions
{
    private static readonly string[] DatePatterns = ["yyyy-MM-dd", "dd/MM/yyyy"];

    /// <summary>A date that has to be given, as the files have it: 2011-10-04 or 04/10/2011.</summary>
    public static Option<DateOnly> Date(string name, string description) =>
        new(name)
        {
            Description = description + " (2011-10-04 or 04/10/2011)",
            HelpName = "DATE",
            Required = true,
            CustomParser = ReadDate,
        };

    /// <summary>A date that may be left out.</summary>
    public static Option<DateOnly?> OptionalDate(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "DATE",
            CustomParser = result => ReadDate(result),
        };

    /// <summary>In which form the result is given; the first one is the default.</summary>
    public static Option<string> Format(params string[] forms)
    {
        var option = new Option<string>("--format")
        {
            Description = "In which form the result is given",
            DefaultValueFactory = _ => forms[0],
        };
        option.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, forms);
        return option;
    }

    /// <summary>The addresses on which the pages are served.</summary>
    public static Option<LocalUrls> Urls() =>
        new("--urls")
        {
            Description =
                $"On which address, or addresses with semicolons between them [default: {LocalUrls.Default}]",
            HelpName = "URLS",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                var read = LocalUrls.TryParse(text);
                if (read is null)
                {
                    result.AddError($"'{text}' is not an address as {LocalUrls.Default}.");
                }

                return read;
            },
        };

    private static DateOnly ReadDate(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (
            DateOnly.TryParseExact(
                text,
                DatePatterns,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
        )
        {
            return date;
        }

        result.AddError($"'{text}' is not a date as 2011-10-04 or 04/10/2011.");
        return default;
    }
}
