using System.CommandLine;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Local.Output;
using YosWorkflow.Local.Settings;
using YosWorkflow.Services.Chasing;

namespace YosWorkflow.Local.CommandLine;

/// <summary><c>obligations</c>: lists what is, and was, owed as of a day.</summary>
internal static class ObligationsVerb
{
    public static Command Create(LocalContext context)
    {
        var asOf = VerbOptions.Date("--as-of", "As of which day");
        var open = new Option<bool>("--open") { Description = "Only what still has to be met" };
        var team = new Option<string?>("--team") { Description = "Only of this team", HelpName = "TEAM" };
        var format = VerbOptions.Format("table", "csv", "json");
        var verb = new Command(
            "obligations",
            "List what is owed as of a day: what is met, what is due, what is overdue. In CSV, a text that begins as a formula does "
                + "(= + - @) gets a ' before it, so that no spreadsheet runs it"
        )
        {
            asOf,
            open,
            team,
            format,
        };
        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var filter = new ObligationFilter
                {
                    SeenBy = Viewer.OfEverything,
                    Team = parsed.GetValue(team),
                    Statuses = parsed.GetValue(open) ? ObligationFilter.Open : [],
                };
                await using var ground = await LocalGround.OpenAsync(
                    context,
                    sends: false,
                    cancellationToken
                );
                await using var services = await ground.ServicesAsync(cancellationToken);
                var found = await services
                    .GetRequiredService<ListObligations>()
                    .ExecuteAsync(parsed.GetRequiredValue(asOf), filter, cancellationToken);
                if (filter.Team is { } asked && !found.Teams.Contains(asked))
                {
                    throw new VerbFailedException(
                        $"There is no team '{asked}'. The teams are: {string.Join(", ", found.Teams)}."
                    );
                }

                Write(found, parsed.GetRequiredValue(format), context);
                return ExitCode.Done;
            }
        );
        return verb;
    }

    private static void Write(ObligationList found, string format, LocalContext context)
    {
        switch (format.ToLowerInvariant())
        {
            case "csv":
                ObligationCsv.Write(found, context.Output);
                break;
            case "json":
                ObligationJson.Write(found, context.Output);
                break;
            default:
                ObligationTable.Write(found, context);
                break;
        }
    }
}
