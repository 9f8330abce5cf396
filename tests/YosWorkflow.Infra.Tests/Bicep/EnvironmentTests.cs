using System.Text.Json;
using System.Text.RegularExpressions;
using YosWorkflow.TestKit;

namespace YosWorkflow.Infra.Tests.Bicep;

/// <summary>What an environment is made of, beyond what guards it.</summary>
public sealed partial class EnvironmentTests
{
    private static readonly Dictionary<string, string> AppRoles = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["0ad04412-c4d5-4796-b79c-f76d14c8d402"] = "Durable Task Data Contributor",
    };

    [Fact]
    public async Task Settings_AreTheDocumentedOnes()
    {
        var settings = (await Deployment.OfAsync(Switches.None)).Settings;

        Assert.Equal("live", settings["Delivery__Mode"]);
        Assert.Equal("kent.example", settings["Delivery__AllowedDomains"]);
        Assert.Equal("Youth offending service", settings["Service__Name"]);
        Assert.Equal("Europe/London", settings["Service__TimeZone"]);
        Assert.Equal("kent-2011", settings["Standards__Pack"]);
        Assert.Equal("yos@kent.example", settings["SendGrid__From"]);
        Assert.Equal("eu", settings["SendGrid__DataResidency"]);
        Assert.Equal("55555555-5555-5555-5555-555555555555", settings["Graph__TenantId"]);
        Assert.Equal("22222222-2222-2222-2222-222222222222", settings["Graph__TeamsAppId"]);
        Assert.Contains("defaultHostName", settings["Service__PublicUrl"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_NotChosen_AreLeftOut()
    {
        var settings = (await Deployment.OfAsync(Switches.Bare)).Settings;

        Assert.Equal("https://yos.kent.example", settings["Service__PublicUrl"]);
        Assert.DoesNotContain("Graph__TeamsAppId", settings.Keys);
        Assert.DoesNotContain("Delivery__AllowedDomains", settings.Keys);
        Assert.DoesNotContain("SendGrid__WebhookPublicKey", settings.Keys);
        Assert.DoesNotContain("", settings.Values);
    }

    [Theory]
    [MemberData(nameof(Switches.All), MemberType = typeof(Switches))]
    public async Task App_ItsRoles_AreTheLeast(bool isPrivate, bool scheduler, bool locks)
    {
        var deployment = await Deployment.OfAsync(new(isPrivate, scheduler, locks));

        var given = Assignments(deployment, "ServicePrincipal").ToList();
        Assert.Equal(
            AppRoles.Values.Where(role => scheduler || role != "Durable Task Data Contributor").Order(),
            given.Select(assignment => AppRoles[RoleOf(assignment)]).Order()
        );
        // Each on one resource: none on the group or the subscription, where it would reach what is not the app's.
        Assert.All(
            given,
            assignment => Assert.Matches(OnOneResource(), assignment.GetProperty("id").GetString())
        );
    }

    [Fact]
    public async Task Operators_WithoutAGroup_AreNobody()
    {
        var deployment = await Deployment.OfAsync(Switches.Bare);

        Assert.Equal(4, Assignments(await Deployment.OfAsync(Switches.None), "Group").Count());
        Assert.Empty(Assignments(deployment, "Group"));
    }

    [Fact]
    public async Task App_IsFlexConsumptionOnDotnet10()
    {
        var deployment = await Deployment.OfAsync(Switches.None);

        var plan = Assert.Single(deployment.OfType("Microsoft.Web/serverfarms"));
        Assert.Equal("FC1", plan.GetProperty("sku").GetProperty("name").GetString());
        var app = Assert.Single(deployment.OfType("Microsoft.Web/sites"));
        Assert.Equal("app", app.GetProperty("tags").GetProperty("azd-service-name").GetString());
        var config = app.GetProperty("properties").GetProperty("functionAppConfig");
        Assert.Equal("dotnet-isolated", config.GetProperty("runtime").GetProperty("name").GetString());
        Assert.Equal("10.0", config.GetProperty("runtime").GetProperty("version").GetString());
        Assert.Equal(
            "UserAssignedIdentity",
            config
                .GetProperty("deployment")
                .GetProperty("storage")
                .GetProperty("authentication")
                .GetProperty("type")
                .GetString()
        );
    }

    [Theory]
    [MemberData(nameof(Switches.All), MemberType = typeof(Switches))]
    public async Task Tags_Always_AreOnEverythingThatTakesThem(bool isPrivate, bool scheduler, bool locks)
    {
        var deployment = await Deployment.OfAsync(new(isPrivate, scheduler, locks));

        Assert.All(
            deployment.Resources.Where(resource => resource.TryGetProperty("location", out _)),
            resource =>
            {
                Assert.Equal("test", resource.GetProperty("tags").GetProperty("azd-env-name").GetString());
                Assert.Equal("42", resource.GetProperty("tags").GetProperty("costCentre").GetString());
            }
        );
    }

    [Theory]
    [MemberData(nameof(Switches.All), MemberType = typeof(Switches))]
    public async Task Logs_Always_ComeFromStorageVaultAndSignIn(bool isPrivate, bool scheduler, bool locks)
    {
        var deployment = await Deployment.OfAsync(new(isPrivate, scheduler, locks));

        var sources = deployment
            .OfType("Microsoft.Insights/diagnosticSettings")
            .Select(setting => setting.GetProperty("id").GetString()!.Split("/providers/")[^2].Split('/'))
            .Select(parts => parts.Length > 3 ? parts[3] : parts[1]);
        Assert.Equal(
            ["blobServices", "blobServices", "queueServices", "sites", "tableServices", "vaults"],
            sources.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Backups_AreVersionedAndOutOfTheAppsReach()
    {
        var deployment = await Deployment.OfAsync(Switches.None);

        var versioned = deployment
            .OfType("Microsoft.Storage/storageAccounts/blobServices")
            .Where(service =>
                service.GetProperty("properties").TryGetProperty("isVersioningEnabled", out var on)
                && on.GetBoolean()
            )
            .Select(service => service.GetProperty("id").GetString()!);
        var backup = Assert.Single(versioned).Split("/blobServices")[0];
        Assert.DoesNotContain(
            Assignments(deployment, "ServicePrincipal"),
            assignment =>
                assignment.GetProperty("id").GetString()!.StartsWith(backup, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Budget_WithoutAnAmount_IsNone()
    {
        var deployment = await Deployment.OfAsync(Switches.Bare);

        var budget = Assert.Single(
            (await Deployment.OfAsync(Switches.None)).OfType("Microsoft.Consumption/budgets")
        );
        Assert.Equal(
            "2026-12-01",
            budget.GetProperty("properties").GetProperty("timePeriod").GetProperty("startDate").GetString()
        );
        Assert.Empty(deployment.OfType("Microsoft.Consumption/budgets"));
    }

    [Fact]
    public async Task Parameters_AreAllInTheDeploymentGuide()
    {
        var token = TestContext.Current.CancellationToken;
        var parameters = await File.ReadAllTextAsync(
            RepositoryRoot.Combine("infra", "main.bicepparam"),
            token
        );
        var guide = await File.ReadAllTextAsync(RepositoryRoot.Combine("docs", "deployment.md"), token);

        var names = Variable().Matches(parameters).Select(match => match.Groups["name"].Value).ToList();
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Contains($"`{name}`", guide, StringComparison.Ordinal));
    }

    private static IEnumerable<JsonElement> Assignments(Deployment deployment, string to) =>
        deployment
            .OfType("Microsoft.Authorization/roleAssignments")
            .Where(assignment =>
                assignment.GetProperty("properties").GetProperty("principalType").GetString() == to
            );

    private static string RoleOf(JsonElement assignment) =>
        assignment.GetProperty("properties").GetProperty("roleDefinitionId").GetString()!.Split('/')[^1];

    [GeneratedRegex(
        "/resourceGroups/[^/]+/providers/[^/]+/[^/]+/[^/]+.*/providers/Microsoft.Authorization/",
        RegexOptions.None,
        1000
    )]
    private static partial Regex OnOneResource();

    [GeneratedRegex(@"readEnvironmentVariable\('(?<name>\w+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();
}
