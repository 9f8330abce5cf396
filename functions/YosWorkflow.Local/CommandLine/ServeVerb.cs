using System.CommandLine;
using YosWorkflow.Local.Serving;
using YosWorkflow.Local.Settings;

namespace YosWorkflow.Local.CommandLine;

/// <summary><c>serve</c>: the local host with its schedule, until it is stopped.</summary>
internal static class ServeVerb
{
    public static Command Create(LocalContext context)
    {
        var urls = VerbOptions.Urls();
        var verb = new Command("serve", "Serve the routes and pages, and chase every working morning")
        {
            urls,
        };
        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var addresses = parsed.GetValue(urls) ?? LocalUrls.AtHome;
                addresses.Check(context.Error);
                await using var ground = await LocalGround.OpenAsync(context, sends: true, cancellationToken);
                await using var app = LocalSite.Build(context, ground, addresses);
                await app.StartListeningAsync(cancellationToken);
                await context.Output.WriteLineAsync($"YosWorkflow serves {string.Join(" and ", app.Urls)}");
                await app.UntilStoppedAsync(cancellationToken);
                return ExitCode.Done;
            }
        );
        return verb;
    }
}
