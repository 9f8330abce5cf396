using System.CommandLine;
using YosWorkflow.Local.Demonstration;
using YosWorkflow.Local.Serving;
using YosWorkflow.Local.Settings;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Rendering;

namespace YosWorkflow.Local.CommandLine;

/// <summary><c>demo</c>: a made-up caseload, its morning's chase, and the pages that show both.</summary>
internal static class DemoVerb
{
    private const string Name = "demo";

    public static Command Create(LocalContext context)
    {
        var urls = VerbOptions.Urls();
        var fresh = new Option<bool>("--fresh")
        {
            Description = "Set what is in .local aside and begin anew, with a caseload dated from today",
        };
        var verb = new Command(Name, "Show what it does, with a caseload that the program makes up")
        {
            urls,
            fresh,
        };
        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var addresses = parsed.GetValue(urls) ?? LocalUrls.AtHome;
                addresses.Check(context.Error);
                if (parsed.GetValue(fresh))
                {
                    await FreshStart.SetAsideAsync(context, cancellationToken);
                }

                await using var ground = await LocalGround.OpenAsync(context, sends: true, cancellationToken);
                Refuse(ground.Settings.Delivery.Mode);
                await using var app = LocalSite.Build(context, ground, addresses);
                await app.Services.GetRequiredService<TableStorage>().EnsureTablesAsync(cancellationToken);
                var shown = await PrepareAsync(app.Services, context, cancellationToken);
                await app.StartListeningAsync(cancellationToken);
                DemonstrationText.Write(shown, addresses.All[0], context.Output);
                await app.UntilStoppedAsync(cancellationToken);
                return ExitCode.Done;
            }
        );
        return verb;
    }

    private static void Refuse(DeliveryMode mode)
    {
        if (mode == DeliveryMode.Live)
        {
            throw new VerbFailedException(
                "Delivery__Mode is live, and the people of the demonstration do not exist. Set it to capture, or leave it out."
            );
        }
    }

    private static async Task<DemonstrationShown> PrepareAsync(
        IServiceProvider services,
        LocalContext context,
        CancellationToken cancellationToken
    )
    {
        var caseload = services.GetRequiredService<CaseloadTable>();
        await OtherCaseload.RefuseAsync(caseload, cancellationToken);
        var calendar = services.GetRequiredService<ServiceRules>().Calendar;
        var day = calendar.Add(services.GetRequiredService<Site>().Today(context.Clock), 0);
        var files = new DemonstrationFiles(LocalDirectory.Below(context.Directory).Make(Name));
        var firstMorning = files.Keep(day);
        await services
            .GetRequiredService<CaseloadImport>()
            .RunAsync(files.ToImport(), progress: null, cancellationToken);
        await ActivatorUtilities
            .CreateInstance<DemonstrationAudit>(
                services,
                ActivatorUtilities.CreateInstance<DemonstrationReturns>(services)
            )
            .PrepareAsync(firstMorning, cancellationToken);
        await services.GetRequiredService<LocalChases>().RunAsync(day).WaitAsync(cancellationToken);
        return await DemonstrationShown.ReadAsync(services, day, firstMorning, cancellationToken);
    }
}
