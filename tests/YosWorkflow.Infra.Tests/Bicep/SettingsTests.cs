using Microsoft.Extensions.Configuration;
using YosWorkflow.Services.Settings;

namespace YosWorkflow.Infra.Tests.Bicep;

/// <summary>What the template sets is what the app reads.</summary>
public sealed class SettingsTests
{
    [Theory]
    [MemberData(nameof(Switches.All), MemberType = typeof(Switches))]
    public async Task Read_WhatTheTemplateSets_IsALiveServiceWithoutAWarning(
        bool isPrivate,
        bool scheduler,
        bool locks
    )
    {
        var deployment = await Deployment.OfAsync(new(isPrivate, scheduler, locks));
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                deployment.Settings.Select(setting =>
                    KeyValuePair.Create(
                        setting.Key.Replace("__", ":", StringComparison.Ordinal),
                        (string?)AsDeployed(setting.Value)
                    )
                )
            )
            .AddInMemoryCollection([
                KeyValuePair.Create("WEBSITE_SITE_NAME", (string?)"func-yosworkflow-test"),
            ])
            .Build();

        var settings = SettingsReader.Read(configuration, TimeProvider.System);

        Assert.DoesNotContain(
            settings.Warnings,
            warning => warning.Contains("is not a setting", StringComparison.Ordinal)
        );
        Assert.Equal(DeliveryMode.Live, settings.Delivery.Mode);
        Assert.Equal(new Uri("https://tables.example/"), settings.TableServiceUri);
        Assert.Equal("66666666-6666-6666-6666-666666666666", settings.IdentityClientId);
    }

    // What Azure puts in the place of an expression once the resource is there.
    private static string AsDeployed(string value) =>
        value switch
        {
            _ when !value.StartsWith('[') => value,
            _ when value.Contains("outputs.clientId", StringComparison.Ordinal) =>
                "66666666-6666-6666-6666-666666666666",
            _ when value.Contains("outputs.tables", StringComparison.Ordinal) => "https://tables.example/",
            _ when value.Contains("defaultHostName", StringComparison.Ordinal) => "https://func.example",
            _ => "https://elsewhere.example/",
        };
}
