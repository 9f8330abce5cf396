using System.Text.Json;
using System.Xml.Linq;
using YosWorkflow.TestKit;

namespace YosWorkflow.Infra.Tests.Bicep;

/// <summary>What a switch changes, and what it leaves alone.</summary>
public sealed class SwitchTests
{
    private static readonly string[] Guarded =
    [
        "Microsoft.Storage/storageAccounts",
        "Microsoft.KeyVault/vaults",
    ];

    [Theory]
    [MemberData(nameof(Switches.All), MemberType = typeof(Switches))]
    public async Task Private_OnOrOff_ShutsStorageAndVaultOrNot(bool isPrivate, bool scheduler, bool locks)
    {
        var deployment = await Deployment.OfAsync(new(isPrivate, scheduler, locks));

        var guarded = Guarded
            .SelectMany(deployment.OfType)
            .Select(resource => resource.GetProperty("properties"));
        Assert.All(
            guarded,
            resource =>
            {
                Assert.Equal(
                    isPrivate ? "Disabled" : "Enabled",
                    resource.GetProperty("publicNetworkAccess").GetString()
                );
                var rules = resource.GetProperty("networkAcls");
                Assert.Equal(isPrivate ? "Deny" : "Allow", rules.GetProperty("defaultAction").GetString());
                Assert.Equal("None", rules.GetProperty("bypass").GetString());
            }
        );
        var services = deployment
            .OfType("Microsoft.Network/privateEndpoints")
            .Select(endpoint =>
                endpoint.GetProperty("properties").GetProperty("privateLinkServiceConnections")[0]
            )
            .Select(connection => connection.GetProperty("name").GetString());
        Assert.Equal(isPrivate ? ["blob", "blob", "queue", "table", "vault"] : [], services.Order());
        Assert.Equal(
            isPrivate,
            deployment
                .OfType("Microsoft.Web/sites")
                .Single()
                .GetProperty("properties")
                .TryGetProperty("virtualNetworkSubnetId", out var subnet)
                && subnet.ValueKind != JsonValueKind.Null
        );
    }

    [Fact]
    public async Task Private_WithOperatorsAddresses_LetsThoseInAndNobodyElse()
    {
        var deployment = await Deployment.OfAsync(
            new Switches(true, false, false)
            {
                Extra = new Dictionary<string, string>
                {
                    ["OPERATOR_ADDRESSES"] = "198.51.100.7,203.0.113.9",
                },
            }
        );

        Assert.All(
            Guarded.SelectMany(deployment.OfType).Select(resource => resource.GetProperty("properties")),
            resource =>
            {
                Assert.Equal("Enabled", resource.GetProperty("publicNetworkAccess").GetString());
                var rules = resource.GetProperty("networkAcls");
                Assert.Equal("Deny", rules.GetProperty("defaultAction").GetString());
                Assert.Equal(
                    ["198.51.100.7", "203.0.113.9"],
                    rules
                        .GetProperty("ipRules")
                        .EnumerateArray()
                        .Select(rule => rule.GetProperty("value").GetString())
                );
            }
        );
    }

    [Fact]
    public async Task Private_TheAppsSubnet_GoesOutByOneKnownAddress()
    {
        var deployment = await Deployment.OfAsync(new(true, false, false));

        var network = Assert.Single(deployment.OfType("Microsoft.Network/virtualNetworks"));
        var subnets = network.GetProperty("properties").GetProperty("subnets").EnumerateArray().ToList();
        Assert.All(
            subnets,
            subnet =>
                Assert.False(
                    subnet.GetProperty("properties").GetProperty("defaultOutboundAccess").GetBoolean()
                )
        );
        var app = subnets
            .Single(subnet => subnet.GetProperty("name").GetString() == "app")
            .GetProperty("properties");
        Assert.True(app.TryGetProperty("natGateway", out _));
        Assert.Equal(
            "Microsoft.App/environments",
            app.GetProperty("delegations")[0].GetProperty("properties").GetProperty("serviceName").GetString()
        );
    }

    // Without it the host knows no storage provider of that name, and does not start.
    [Fact]
    public void Scheduler_TheApp_HasTheExtensionForItUnlessAMirrorLacksIt()
    {
        const string Extension = "Microsoft.Azure.Functions.Worker.Extensions.DurableTask.AzureManaged";
        var project = XDocument.Load(
            RepositoryRoot.Combine("functions", "YosWorkflow.Functions", "YosWorkflow.Functions.csproj")
        );
        var versions = XDocument.Load(RepositoryRoot.Combine("Directory.Packages.props"));

        var reference = Assert.Single(
            project.Descendants("PackageReference"),
            one => one.Attribute("Include")?.Value == Extension
        );

        Assert.Equal("'$(WithoutDurableTaskScheduler)' != 'true'", reference.Attribute("Condition")?.Value);
        Assert.Single(
            versions.Descendants("PackageVersion"),
            one => one.Attribute("Include")?.Value == Extension && one.Attribute("Version") is not null
        );
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Scheduler_On_AddsItselfAndThreeSettingsAndChangesNothingElse(bool isPrivate, bool locks)
    {
        var without = await Deployment.OfAsync(new(isPrivate, false, locks));
        var with = await Deployment.OfAsync(new(isPrivate, true, locks));

        Assert.Equal(
            [
                "AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName",
                "AzureFunctionsJobHost__extensions__durableTask__storageProvider__type",
                "DurableTaskScheduler",
            ],
            with.Settings.Keys.Except(without.Settings.Keys).Order()
        );
        Assert.All(without.Settings, setting => Assert.Equal(setting.Value, with.Settings[setting.Key]));
        Assert.Equal(
            "azureManaged",
            with.Settings["AzureFunctionsJobHost__extensions__durableTask__storageProvider__type"]
        );
        Assert.Contains(
            "Authentication=ManagedIdentity",
            with.Settings["DurableTaskScheduler"],
            StringComparison.Ordinal
        );

        var before = Unset(without).ToHashSet();
        var after = Unset(with).ToHashSet();
        Assert.Subset(after, before);
        Assert.Equal(3, after.Except(before).Count());
        Assert.All(
            after.Except(before),
            added => Assert.Contains("Microsoft.DurableTask/schedulers", added, StringComparison.Ordinal)
        );
        Assert.Equal(
            with.Settings["AzureFunctionsJobHost__extensions__durableTask__hubName"],
            SecurityTests.LastName(with.OfType("Microsoft.DurableTask/schedulers/taskHubs").Single())
        );
    }

    [Theory]
    [MemberData(nameof(Switches.All), MemberType = typeof(Switches))]
    public async Task Locks_OnOrOff_GuardWhatCannotBeMadeAgain(bool isPrivate, bool scheduler, bool locks)
    {
        var deployment = await Deployment.OfAsync(new(isPrivate, scheduler, locks));

        Assert.Equal(
            locks ? ["storageAccounts", "storageAccounts", "vaults", "workspaces"] : [],
            deployment
                .OfType("Microsoft.Authorization/locks")
                .Select(found => found.GetProperty("id").GetString()!.Split('/')[^6])
                .Order()
        );
    }

    private static IEnumerable<string> Unset(Deployment deployment) =>
        deployment
            .Resources.Where(resource =>
                !resource.GetProperty("name").GetString()!.EndsWith("/appsettings", StringComparison.Ordinal)
            )
            .Select(resource => resource.GetRawText());
}
