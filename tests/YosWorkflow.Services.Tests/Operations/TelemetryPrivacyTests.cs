using CsCheck;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Operations;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;
using YosWorkflow.Services.Tests.Chasing;
using YosWorkflow.TestKit;

namespace YosWorkflow.Services.Tests.Operations;

/// <summary>Nothing personal leaves as telemetry, whatever the caseload is like and however badly the morning goes.</summary>
public sealed class TelemetryPrivacyTests(AzuriteFixture azurite)
{
    private const int Services = 6;

    // What is known of a case besides its reference, as words that nothing else here has.
    private const string Establishment = "Cookham Wood";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chase_OfAnyServiceThatGoesWrong_SaysNoNameAddressOrDetailOfACase()
    {
        var logged = 0;
        await GenService.Service.SampleAsync(
            async generated => logged += await ChaseAndListenAsync(generated),
            iter: Services,
            threads: 1
        );

        Assert.NotEqual(0, logged);
    }

    private async Task<int> ChaseAndListenAsync(GeneratedService generated)
    {
        var storage = await azurite.NewStorageAsync(Stop);
        await SeededCaseload.WriteAsync(
            storage,
            generated.Staff,
            generated.Cases.Select(one => one with { SecureEstablishment = Establishment }),
            Stop
        );
        await using var sendGrid = await ScriptedProvider.StartAsync(Stop);
        // SendGrid names the address that it does not like.
        sendGrid.Answers(
            400,
            """{"errors":[{"message":"CM0A@yos.example is not known to CM0A@yos.example"}]}"""
        );
        using var overheard = new Overheard(ServiceTelemetry.Name);
        await using var services = ProcessOf(storage, sendGrid, overheard);

        await services.GetRequiredService<ChaseDay>().ExecuteAsync(Small.Day, dryRun: false, Stop);
        await services.GetRequiredService<ChaseDay>().ExecuteAsync(Small.Day.AddDays(1), dryRun: false, Stop);
        await services.GetRequiredService<RecordVitals>().ExecuteAsync(Stop);
        overheard.Ask();

        var said = overheard.Said;
        Assert.Contains(
            said,
            line => line.StartsWith("metric yos.storage.transactions", StringComparison.Ordinal)
        );
        Assert.Contains(said, line => line.StartsWith("activity chase day", StringComparison.Ordinal));
        Assert.All(
            said,
            line =>
            {
                Assert.All(
                    Personal(generated),
                    word => Assert.DoesNotContain(word, line, StringComparison.OrdinalIgnoreCase)
                );
                Assert.DoesNotContain('@', line);
            }
        );
        // Metrics and activities are told apart by nothing that is someone's or a team's.
        Assert.All(
            said.Where(line => !line.StartsWith("log ", StringComparison.Ordinal)),
            line =>
                Assert.All(
                    generated
                        .Cases.Select(one => one.Team)
                        .Concat(generated.Cases.Select(one => one.CaseRef)),
                    word => Assert.DoesNotContain(word, line, StringComparison.Ordinal)
                )
        );
        return said.Count(line => line.StartsWith("log ", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Personal(GeneratedService generated) =>
        generated
            .Staff.Members.SelectMany(member => new[] { member.Name, member.Email, member.EntraId })
            .OfType<string>()
            .Where(word => word.Length > 0)
            .Append(Establishment);

    private static ServiceProvider ProcessOf(
        TableStorage storage,
        ScriptedProvider sendGrid,
        Overheard overheard
    )
    {
        var delivery = new DeliverySettings
        {
            Mode = DeliveryMode.Capture,
            SendGridApiKey = "capture",
            SendGridFrom = "chase@yos.example",
            SendGridBaseUrl = sendGrid.Url,
        };
        return new ServiceCollection()
            .AddLogging(log => log.SetMinimumLevel(LogLevel.Trace).AddProvider(overheard))
            .AddSingleton<TimeProvider>(ChaseWorld.ClockOn(Small.Day))
            .AddYosServices(SettingsReader.Read(new ConfigurationBuilder().Build()))
            .AddSingleton(storage)
            .AddSingleton<IEmailSender>(services => new SendGridEmails(
                delivery,
                services.GetRequiredService<LetterHead>(),
                services.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton<ITeamsSender>(new PostBox { Answer = Refuse })
            .BuildServiceProvider();
    }

    private static SendOutcome.Refused Refuse(DigestKey digest) =>
        new("Not installed.", RefusalCause.TeamsAppNotInstalled);
}
