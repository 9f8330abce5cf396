using Spectre.Console;

namespace YosWorkflow.Local.Output;

/// <summary>Tables for people, as wide as their terminal; wide enough for a file where there is none.</summary>
internal static class PlainTable
{
    private const int WidthOfFiles = 160;

    /// <summary>Writes a table.</summary>
    /// <param name="context">Where to.</param>
    /// <param name="columns">The columns' heads; those whose head begins with a blank stand to the right, as numbers do.</param>
    /// <param name="rows">The rows.</param>
    public static void Write(
        LocalContext context,
        IReadOnlyList<string> columns,
        IEnumerable<IReadOnlyList<string>> rows
    )
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns)
        {
            var head = new TableColumn(new Text(column.Trim()));
            table.AddColumn(column.StartsWith(' ') ? head.RightAligned().NoWrap() : head);
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(field => new Text(field)));
        }

        using var text = new StringWriter();
        On(text, context.Width ?? WidthOfFiles).Write(table);
        foreach (var line in text.ToString().Split('\n').Select(line => line.TrimEnd()))
        {
            if (line.Length > 0)
            {
                context.Output.WriteLine(line);
            }
        }
    }

    private static IAnsiConsole On(StringWriter text, int width)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Out = new AnsiConsoleOutput(text),
            }
        );
        console.Profile.Width = width;
        return console;
    }
}
