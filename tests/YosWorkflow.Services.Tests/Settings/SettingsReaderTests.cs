using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Delivery;
using YosWorkflow.Services.Retention;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Tests.Settings;

public sealed class SettingsReaderTests
{
    private const string Connection =
        "DefaultEndpointsProtocol=https;AccountName=yos;AccountKey=c2VjcmV0LWtleQ==;EndpointSuffix=core.windows.net";

    private static readonly Dictionary<string, string?> Live = new(StringComparer.Ordinal)
    {
        ["WEBSITE_SITE_NAME"] = "yos",
        ["WEBSITE_HOSTNAME"] = "yos.azurewebsites.net",
        ["Storage__TableServiceUri"] = "https://yos.table.core.windows.net",
        ["SendGrid__ApiKey"] = "SG.very-secret",
        ["SendGrid__From"] = "yos@kent.example",
        ["Graph__TenantId"] = "0f8fad5b-d9cb-469f-a165-70867728950e",
        ["Graph__ClientId"] = "7c9e6679-7425-40de-944b-e07fc1f90ae7",
    };

    [Fact]
    public void Read_NothingSet_IsALocalServiceThatCapturesWhatItSends()
    {
        var settings = Read([]);

        Assert.Null(settings.StorageConnection);
        Assert.Null(settings.TableServiceUri);
        Assert.Equal("Youth Offending Service", settings.ServiceName);
        Assert.Equal("http://localhost:7071", settings.PublicUrl);
        Assert.Equal("Europe/London", settings.TimeZone.Id);
        Assert.Equal(7, settings.ChaseHour);
        Assert.Equal(ServiceEnvironment.Development, settings.Environment);
        Assert.Equal("kent-2011", settings.Rules.Pack.PackId);
        Assert.Equal(new AuditSettings { CasesPerAuditor = int.MaxValue }, settings.Audits);
        Assert.Equal(DayZero.Excluded, settings.Rules.DayZero);
        Assert.Equal(DeliveryMode.Capture, settings.Delivery.Mode);
        Assert.Equal("eu", settings.Delivery.SendGridDataResidency);
        Assert.NotEmpty(settings.Delivery.SendGridApiKey);
        Assert.NotEmpty(settings.Delivery.SendGridFrom);
        Assert.Empty(settings.Warnings);
    }

    [Theory]
    [InlineData("True", true)]
    [InlineData("true", true)]
    [InlineData("False", false)]
    [InlineData("1", false)]
    [InlineData("yes", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Read_WhetherThePlatformSignsPeopleIn_IsYesOnlyWhereItSaysSoInAzure(
        string? enabled,
        bool signsIn
    )
    {
        const string Name = "WEBSITE_AUTH_ENABLED";
        var inAzure = Read(
            new Dictionary<string, string?>(Live, StringComparer.Ordinal) { [Name] = enabled }
        );
        var elsewhere = Read(new Dictionary<string, string?>(StringComparer.Ordinal) { [Name] = enabled });

        Assert.Equal((true, signsIn), (inAzure.InAzure, inAzure.PlatformSignIn));
        Assert.Equal((false, false), (elsewhere.InAzure, elsewhere.PlatformSignIn));
    }

    [Fact]
    public void Read_InAzure_IsLiveProductionAtItsOwnAddress()
    {
        var settings = Read(Live);

        Assert.Equal(DeliveryMode.Live, settings.Delivery.Mode);
        Assert.Equal(ServiceEnvironment.Production, settings.Environment);
        Assert.Equal("https://yos.azurewebsites.net", settings.PublicUrl);
        Assert.Equal(new Uri("https://yos.table.core.windows.net"), settings.TableServiceUri);
    }

    [Fact]
    public void Read_EverySetting_IsTakenOver()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var publicKey = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
        var settings = Read(
            new(StringComparer.Ordinal)
            {
                ["AzureWebJobsStorage"] = Connection,
                ["Service__Name"] = " Kent YOS ",
                ["Service__PublicUrl"] = "https://yos.kent.example/x/",
                ["Service__TimeZone"] = "Europe/Paris",
                ["Service__Environment"] = "test",
                ["Chase__Hour"] = "0",
                ["Audits__ReauditMonths"] = "9",
                ["Audits__CasesPerAuditor"] = "4",
                ["Standards__Pack"] = "ns-2009",
                ["Standards__DayZero"] = "counted",
                ["Standards__Rules__plan-review__On"] = "true",
                ["Standards__Rules__asset_start__Limit"] = "10wd, 4m",
                ["SendGrid__ApiKey"] = "SG.x",
                ["SendGrid__BaseUrl"] = "http://localhost:9000",
                ["SendGrid__From"] = "a@kent.example",
                ["SendGrid__DataResidency"] = "global",
                ["SendGrid__WebhookPublicKey"] = publicKey,
                ["Graph__BaseUrl"] = "http://localhost:9001/v1.0",
                ["Graph__TenantId"] = "0f8fad5b-d9cb-469f-a165-70867728950e",
                ["Graph__ClientId"] = "7c9e6679-7425-40de-944b-e07fc1f90ae7",
                ["Graph__TeamsAppId"] = "16fd2706-8baf-433b-82eb-8c7fada847da",
                ["Delivery__Mode"] = "live",
                ["Delivery__AllowedDomains"] = "kent.example, @Other.Example",
                ["Retention__CaseYears"] = "1",
                ["Retention__AuditYears"] = "7",
                ["Retention__SendMonths"] = "3",
                ["Retention__RunMonths"] = "4",
                ["Retention__StagedDays"] = "3",
                ["Retention__HistoryDays"] = "90",
            }
        );

        Assert.Equal(new AuditSettings { ReauditMonths = 9, CasesPerAuditor = 4 }, settings.Audits);
        Assert.Equal(Connection, settings.StorageConnection);
        Assert.Equal("Kent YOS", settings.ServiceName);
        Assert.Equal("https://yos.kent.example/x", settings.PublicUrl);
        Assert.Equal("Europe/Paris", settings.TimeZone.Id);
        Assert.Equal(0, settings.ChaseHour);
        Assert.Equal("ns-2009", settings.Rules.Pack.PackId);
        Assert.Equal(DayZero.Counted, settings.Rules.DayZero);
        Assert.True(settings.Rules.Pack.Find("plan-review")!.On);
        Assert.Equal(
            ["10wd", "4m"],
            settings.Rules.Pack.Find("asset-start")!.Limits.Select(limit => limit.Limit.ToString())
        );
        Assert.Equal(
            new RetentionSettings
            {
                CaseYears = 1,
                AuditYears = 7,
                SendMonths = 3,
                RunMonths = 4,
                StagedDays = 3,
                HistoryDays = 90,
            },
            settings.Retention
        );
        var delivery = settings.Delivery;
        Assert.Equal(DeliveryMode.Live, delivery.Mode);
        Assert.Equal(new Uri("http://localhost:9000"), delivery.SendGridBaseUrl);
        Assert.Equal("global", delivery.SendGridDataResidency);
        Assert.Equal(publicKey, delivery.SendGridWebhookPublicKey);
        Assert.Equal(new Uri("http://localhost:9001/v1.0"), delivery.GraphBaseUrl);
        Assert.Equal("16fd2706-8baf-433b-82eb-8c7fada847da", delivery.TeamsAppId);
        Assert.Equal(["kent.example", "other.example"], delivery.AllowedDomains);
    }

    public static TheoryData<string, string> Wrong =>
        new()
        {
            { "AzureWebJobsStorage", "AccountName=nothing" },
            { "Storage__TableServiceUri", "http://yos.table.core.windows.net" },
            { "Storage__TableServiceUri", "yos" },
            { "Service__Name", "two\nlines" },
            { "Service__PublicUrl", "ftp://yos" },
            { "Service__PublicUrl", "https://yos.example/?x=1" },
            { "Service__TimeZone", "Mars/Olympus" },
            { "Service__Environment", "staging" },
            { "Chase__Hour", "12" },
            { "Chase__Hour", "-1" },
            { "Chase__Hour", "seven" },
            { "Audits__ReauditMonths", "61" },
            { "Audits__CasesPerAuditor", "0" },
            { "Standards__Pack", "ns-1999" },
            { "Standards__DayZero", "maybe" },
            { "Standards__Rules__no-such-rule", "x" },
            { "Standards__Rules__initial-plan__On", "perhaps" },
            { "Standards__Rules__initial-plan__Limit", "15" },
            { "Standards__Rules__initial-plan__Limit", "15wd,20wd" },
            { "Standards__Rules__initial-plan__Limits", "15wd" },
            { "SendGrid__BaseUrl", "localhost" },
            { "SendGrid__BaseUrl", "https://api.sendgrid.com" },
            { "SendGrid__From", "Kent YOS <a@kent.example>" },
            { "SendGrid__From", "a@b" },
            { "SendGrid__DataResidency", "us" },
            { "SendGrid__WebhookPublicKey", "not a key" },
            { "SendGrid__WebhookPublicKey", "bm90IGEga2V5" },
            { "Graph__BaseUrl", "https://graph.microsoft.com/v1.0" },
            { "Graph__TenantId", "kent" },
            { "Graph__ClientId", "kent" },
            { "Graph__TeamsAppId", "kent" },
            { "Delivery__Mode", "on" },
            { "Delivery__AllowedDomains", "kent" },
            { "Delivery__AllowedDomains", "," },
            { "Retention__CaseYears", "0" },
            { "Retention__SendMonths", "1" },
            { "Retention__HistoryDays", "ever" },
            { "Retention__StagedDays", "0" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Read_AWrongSetting_IsNamedAsPeopleWriteIt(string name, string value)
    {
        var error = Fails(new(StringComparer.Ordinal) { [name] = value });

        var problem = Assert.Single(error.Problems);
        Assert.StartsWith(name, problem, StringComparison.Ordinal);
        Assert.False(problem.EndsWith('.'));
    }

    [Fact]
    public void Read_ManyWrongSettings_AreAllNamedAtOnceAndNoSecretIs()
    {
        var error = Fails(
            new(Live, StringComparer.Ordinal)
            {
                ["AzureWebJobsStorage"] = Connection,
                ["Service__TimeZone"] = "Mars/Olympus",
                ["Standards__Pack"] = "ns-1999",
                ["Chase__Hour"] = "25",
                ["SendGrid__From"] = "nobody",
                ["SendGrid__BaseUrl"] = "https://user:SG.very-secret@host",
            }
        );

        Assert.Equal(6, error.Problems.Length);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0LWtleQ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Storage__TableServiceUri", "AzureWebJobsStorage")]
    [InlineData("SendGrid__ApiKey", "SendGrid__ApiKey")]
    [InlineData("SendGrid__From", "SendGrid__From")]
    [InlineData("Graph__TenantId", "Graph__TenantId")]
    [InlineData("Graph__ClientId", "Graph__ClientId")]
    [InlineData("WEBSITE_HOSTNAME", "Service__PublicUrl")]
    public void Read_LiveInAzureWithoutWhatItNeeds_SaysWhatIsMissing(string left, string named)
    {
        var values = new Dictionary<string, string?>(Live, StringComparer.Ordinal);
        values.Remove(left);

        Assert.StartsWith(named, Assert.Single(Fails(values).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_StorageByBothWays_IsRefused() =>
        Assert.StartsWith(
            "AzureWebJobsStorage and Storage__TableServiceUri are both set",
            Assert.Single(
                Fails(new(Live, StringComparer.Ordinal) { ["AzureWebJobsStorage"] = Connection }).Problems
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_AuditsKeptForLessThanADrawLooksBack_IsRefused() =>
        Assert.StartsWith(
            "Retention__AuditYears",
            Assert.Single(
                Fails(
                    new(StringComparer.Ordinal)
                    {
                        ["Retention__AuditYears"] = "1",
                        ["Audits__ReauditMonths"] = "13",
                    }
                ).Problems
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_LiveOutsideProduction_NeedsAllowedDomains()
    {
        var values = new Dictionary<string, string?>(Live, StringComparer.Ordinal)
        {
            ["Service__Environment"] = "test",
        };

        Assert.StartsWith(
            "Delivery__AllowedDomains",
            Assert.Single(Fails(values).Problems),
            StringComparison.Ordinal
        );
        values["Delivery__AllowedDomains"] = "kent.example";
        Assert.Equal(["kent.example"], Read(values).Delivery.AllowedDomains);
    }

    [Fact]
    public void Read_CaptureInAzure_NeedsACaptureServer()
    {
        var values = new Dictionary<string, string?>(Live, StringComparer.Ordinal)
        {
            ["Delivery__Mode"] = "capture",
        };

        Assert.Equal(2, Fails(values).Problems.Length);
        values["SendGrid__BaseUrl"] = "https://capture.example";
        values["Graph__BaseUrl"] = "https://capture.example/v1.0";
        Assert.Equal(DeliveryMode.Capture, Read(values).Delivery.Mode);
    }

    [Fact]
    public void Read_BankHolidaysThatEndThisYear_IsAWarningAndNoError()
    {
        var last = WorkingDayCalendar.EnglandAndWales.LastYear;

        Assert.Empty(Read([], new DateTimeOffset(last - 1, 12, 31, 0, 0, 0, TimeSpan.Zero)).Warnings);
        Assert.Contains(
            $"{last + 1}",
            Assert.Single(Read([], new DateTimeOffset(last, 1, 1, 0, 0, 0, TimeSpan.Zero)).Warnings),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Read_AMisspeltSetting_IsAWarning() =>
        Assert.StartsWith(
            "Delivery__AllowedDomain is not a setting",
            Assert.Single(
                Read(new(StringComparer.Ordinal) { ["Delivery__AllowedDomain"] = "kent.example" }).Warnings
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void ToString_OfSettings_ShowsNoSecret()
    {
        var settings = Read(
            new(StringComparer.Ordinal)
            {
                ["AzureWebJobsStorage"] = Connection,
                ["SendGrid__ApiKey"] = "SG.very-secret",
            }
        );

        Assert.DoesNotContain("c2VjcmV0LWtleQ", settings.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", settings.Delivery.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AddYosServices_WithoutStorage_SaysSoWhenStorageIsUsed()
    {
        using var services = new ServiceCollection().AddYosServices(Read([])).BuildServiceProvider();

        var error = Assert.Throws<SettingsException>(() => services.GetRequiredService<TableStorage>());

        Assert.StartsWith("AzureWebJobsStorage", Assert.Single(error.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void AddYosServices_CaptureWithoutACaptureServer_NeverSendsToTheProviders()
    {
        using var services = new ServiceCollection().AddYosServices(Read([])).BuildServiceProvider();

        Assert.Throws<SettingsException>(() => services.GetRequiredService<IEmailSender>());
        Assert.Throws<SettingsException>(() => services.GetRequiredService<ITeamsSender>());
    }

    private static SettingsException Fails(Dictionary<string, string?> values) =>
        Assert.Throws<SettingsException>(() => Read(values));

    private static YosSettings Read(Dictionary<string, string?> values, DateTimeOffset? now = null) =>
        SettingsReader.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    values.Select(pair =>
                        KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), pair.Value)
                    )
                )
                .Build(),
            new FakeTimeProvider(now ?? new DateTimeOffset(2026, 11, 24, 7, 0, 0, TimeSpan.Zero))
        );
}
