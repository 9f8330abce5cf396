using System.CommandLine;
using YosWorkflow.Core;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Local.Settings;

namespace YosWorkflow.Local.CommandLine;

/// <summary><c>due</c>: works out a due date. It needs no storage and starts nothing.</summary>
internal static class DueVerb
{
    public static Command Create(LocalContext context)
    {
        var from = VerbOptions.Date("--from", "The day on which the clock starts");
        var limit = new Option<Limit>("--limit")
        {
            Description = "How long after it: working days (15wd) or months (3m)",
            HelpName = "15wd|3m",
            Required = true,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (!Limit.TryParse(text, out var read))
                {
                    result.AddError(
                        $"'{text}' is not a limit as 15wd (working days) or 3m (months), from 1 to 1000."
                    );
                }

                return read;
            },
        };
        var verb = new Command("due", "Print the due date of something whose clock starts on a day")
        {
            from,
            limit,
        };
        verb.SetAction(parsed =>
        {
            var rules = LocalGround.ReadSettings(context).Rules;
            var due = parsed
                .GetRequiredValue(limit)
                .DueFrom(parsed.GetRequiredValue(from), rules.Calendar, rules.DayZero);
            context.Output.WriteLine(IsoDate.Format(due));
            return ExitCode.Done;
        });
        return verb;
    }
}
