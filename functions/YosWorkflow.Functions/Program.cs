using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using YosWorkflow.Functions;
using YosWorkflow.Functions.Auditing;
using YosWorkflow.Services.Settings;
using YosWorkflow.Web;
using YosWorkflow.Web.Operations;
using YosWorkflow.Web.Rendering;

try
{
    var builder = FunctionsApplication.CreateBuilder(args);
    builder.ConfigureFunctionsWebApplication();
    // What the server says of a request holds its whole address, and a function key may be in that.
    builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
    var settings = AppSettings.Read(builder.Configuration);
    builder
        .Services.AddYosServices(settings)
        .AddYosWeb(new Site(settings.ServiceName, settings.TimeZone, ShowsSent: false))
        .AddSingleton<DueRounds>()
        .AddHostedService<StartUp>()
        .AddYosTelemetry(builder.Configuration, sendsLogs: false);
    await builder.Build().RunAsync();
    return 0;
}
catch (SettingsException wrong)
{
    foreach (var problem in wrong.Problems)
    {
        await Console.Error.WriteLineAsync(problem);
    }

    return 1;
}
catch (DataFilesException wrong)
{
    foreach (var problem in wrong.Problems)
    {
        await Console.Error.WriteLineAsync(problem);
    }

    return 1;
}
