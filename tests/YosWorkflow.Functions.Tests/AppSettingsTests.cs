using System.Text.Json;
using Microsoft.Extensions.Configuration;
using YosWorkflow.Services.Settings;
using YosWorkflow.TestKit;

namespace YosWorkflow.Functions.Tests;

public sealed class AppSettingsTests
{
    [Fact]
    public void Read_TheSample_IsRightAndWarnsOfNothingButBankHolidays()
    {
        var settings = AppSettings.Read(Configuration(Sample()));

        Assert.DoesNotContain(
            settings.Warnings,
            warning => warning.Contains("not a setting", StringComparison.Ordinal)
        );
        Assert.Equal(DeliveryMode.Capture, settings.Delivery.Mode);
        Assert.Equal("http://localhost:7072/", settings.Delivery.SendGridBaseUrl?.ToString());
    }

    [Fact]
    public void Sample_SettingsThatAreDocumented_AreAllInIt()
    {
        var documented = File.ReadLines(RepositoryRoot.Combine("docs", "settings.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => line.Split('|')[1].Split('`').Where((_, at) => at % 2 == 1))
            .Where(name => !name.Contains('{', StringComparison.Ordinal));

        Assert.Superset(
            documented.Except(OfAzure, StringComparer.Ordinal).ToHashSet(),
            Sample().Keys.ToHashSet()
        );
    }

    [Fact]
    public void Read_CaptureWithoutACaptureServer_IsRefusedByName()
    {
        var wrong = Assert.Throws<SettingsException>(() =>
            AppSettings.Read(
                Configuration(
                    new Dictionary<string, string?> { ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true" }
                )
            )
        );

        Assert.Equal(
            ["SendGrid__BaseUrl", "Graph__BaseUrl"],
            wrong.Problems.Select(problem => problem.Split(' ')[0])
        );
    }

    [Fact]
    public void Read_NoStorage_IsRefusedByName()
    {
        var settings = Sample();
        settings.Remove("AzureWebJobsStorage");

        var wrong = Assert.Throws<SettingsException>(() => AppSettings.Read(Configuration(settings)));

        Assert.StartsWith("AzureWebJobsStorage ", Assert.Single(wrong.Problems), StringComparison.Ordinal);
    }

    // Where storage is reached by an identity, there is no connection string beside it. Telemetry goes nowhere from a developer's machine.
    private static readonly string[] OfAzure =
    [
        "Storage__TableServiceUri",
        "AzureWebJobsStorage__clientId",
        "AZURE_CLIENT_ID",
        // Azure sets it itself: set by hand it would make the app believe headers that anyone can send.
        "WEBSITE_AUTH_ENABLED",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "OTEL_EXPORTER_OTLP_ENDPOINT",
    ];

    private static Dictionary<string, string?> Sample()
    {
        using var sample = JsonDocument.Parse(
            File.ReadAllText(RepositoryRoot.Combine("local.settings.sample.json"))
        );
        return sample
            .RootElement.GetProperty("Values")
            .EnumerateObject()
            .ToDictionary(value => value.Name, value => value.Value.GetString());
    }

    private static IConfiguration Configuration(IReadOnlyDictionary<string, string?> settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Select(setting =>
                    KeyValuePair.Create(
                        setting.Key.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal),
                        setting.Value
                    )
                )
            )
            .Build();
}
