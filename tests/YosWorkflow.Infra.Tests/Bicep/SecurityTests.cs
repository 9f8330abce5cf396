using System.Text.Json;
using System.Text.RegularExpressions;
using YosWorkflow.TestKit;

namespace YosWorkflow.Infra.Tests.Bicep;

/// <summary>What must hold in every environment, whatever its switches.</summary>
public sealed partial class SecurityTests
{
    private const string StorageAccounts = "Microsoft.Storage/storageAccounts";

    // These look like secrets and are none: the public half of a key pair; and where telemetry goes, which takes no key.
    private static readonly string[] Public =
    [
        "SendGrid__WebhookPublicKey",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
    ];

    [Theory]
    [MemberData(nameof(Switches.All), MemberType = typeof(Switches))]
    public async Task Storage_Always_TakesIdentitiesOnlyAndShowsNothing(
        bool isPrivate,
        bool scheduler,
        bool locks
    )
    {
        var deployment = await Deployment.OfAsync(new(isPrivate, scheduler, locks));

        var accounts = deployment
            .OfType(StorageAccounts)
            .Select(account => account.GetProperty("properties"))
            .ToList();
        Assert.Equal(2, accounts.Count);
        Assert.All(
            accounts,
            account =>
            {
                Assert.False(account.GetProperty("allowSharedKeyAccess").GetBoolean());
                Assert.False(account.GetProperty("allowBlobPublicAccess").GetBoolean());
                Assert.False(account.GetProperty("allowCrossTenantReplication").GetBoolean());
                Assert.True(account.GetProperty("supportsHttpsTrafficOnly").GetBoolean());
                Assert.Equal("TLS1_2", account.GetProperty("minimumTlsVersion").GetString());
            }
        );
        Assert.All(
            deployment.OfType(StorageAccounts + "/blobServices/containers"),
            container =>
                Assert.Equal(
                    "None",
                    container.GetProperty("properties").GetProperty("publicAccess").GetString()
                )
        );
    }

    [Theory]
    [MemberData(nameof(Switches.All), MemberType = typeof(Switches))]
    public async Task Settings_Always_ConnectByIdentity(bool isPrivate, bool scheduler, bool locks)
    {
        var settings = (await Deployment.OfAsync(new(isPrivate, scheduler, locks))).Settings;

        Assert.DoesNotContain("AzureWebJobsStorage", settings.Keys);
        Assert.Equal("managedidentity", settings["AzureWebJobsStorage__credential"]);
        Assert.All(
            ["AzureWebJobsStorage__clientId", "AZURE_CLIENT_ID", "Graph__ClientId"],
            name => Assert.Contains("outputs.clientId", settings[name], StringComparison.Ordinal)
        );
        Assert.Contains(
            "outputs.blobs",
            settings["AzureWebJobsStorage__blobServiceUri"],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "outputs.queues",
            settings["AzureWebJobsStorage__queueServiceUri"],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "outputs.tables",
            settings["AzureWebJobsStorage__tableServiceUri"],
            StringComparison.Ordinal
        );
        Assert.Contains("outputs.tables", settings["Storage__TableServiceUri"], StringComparison.Ordinal);
        Assert.Contains(
            "Authorization=AAD",
            settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Switches.All), MemberType = typeof(Switches))]
    public async Task Settings_Always_HoldNoSecretInPlain(bool isPrivate, bool scheduler, bool locks)
    {
        var settings = (await Deployment.OfAsync(new(isPrivate, scheduler, locks))).Settings;

        Assert.EndsWith(
            "outputs.sendGridKeyReference.value]",
            settings["SendGrid__ApiKey"],
            StringComparison.Ordinal
        );
        var suspects = settings.Where(setting =>
            SecretName().IsMatch(setting.Key)
            && !Public.Contains(setting.Key)
            && setting.Key != "SendGrid__ApiKey"
        );
        Assert.Equal(
            [],
            suspects
                .Select(setting => setting.Key)
                .Except([
                    "AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName",
                ])
        );
        Assert.All(settings.Values, value => Assert.DoesNotMatch(SecretValue(), value));
    }

    [Fact]
    public async Task Files_All_NeitherReadKeysNorSetSecrets()
    {
        foreach (var file in LintTests.BicepFiles())
        {
            var text = await File.ReadAllTextAsync(
                RepositoryRoot.Combine("infra", file),
                TestContext.Current.CancellationToken
            );
            Assert.DoesNotMatch(SecretValue(), text);
            Assert.DoesNotContain("vaults/secrets", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [MemberData(nameof(Switches.All), MemberType = typeof(Switches))]
    public async Task Everything_Always_IsInTheUnitedKingdom(bool isPrivate, bool scheduler, bool locks)
    {
        var deployment = await Deployment.OfAsync(new(isPrivate, scheduler, locks));

        var places = deployment
            .Resources.Where(resource => resource.TryGetProperty("location", out _))
            .Select(resource => resource.GetProperty("location").GetString());
        Assert.Subset(new HashSet<string?> { "uksouth", "global" }, places.ToHashSet());
    }

    [Theory]
    [InlineData("westeurope")]
    public async Task Location_OutsideTheUnitedKingdom_IsRefused(string location)
    {
        var (exitCode, output) = await Deployment.TryAsync(
            Switches.None with
            {
                Extra = new Dictionary<string, string> { ["AZURE_LOCATION"] = location },
            }
        );

        Assert.NotEqual(0, exitCode);
        Assert.Contains(location, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Location_TheOtherUkRegion_HasStorageThatItOffers()
    {
        var deployment = await Deployment.OfAsync(Switches.Bare);

        // UK West has no zones.
        Assert.All(
            deployment.OfType(StorageAccounts),
            account =>
                Assert.Equal("Standard_GRS", account.GetProperty("sku").GetProperty("name").GetString())
        );
    }

    [Theory]
    [MemberData(nameof(Switches.All), MemberType = typeof(Switches))]
    public async Task App_Always_SpeaksHttpsOnlyAndTakesNoPasswords(
        bool isPrivate,
        bool scheduler,
        bool locks
    )
    {
        var deployment = await Deployment.OfAsync(new(isPrivate, scheduler, locks));

        var app = Assert.Single(deployment.OfType("Microsoft.Web/sites")).GetProperty("properties");
        Assert.True(app.GetProperty("httpsOnly").GetBoolean());
        var site = app.GetProperty("siteConfig");
        Assert.Equal("1.2", site.GetProperty("minTlsVersion").GetString());
        Assert.Equal("1.2", site.GetProperty("scmMinTlsVersion").GetString());
        Assert.Equal("Disabled", site.GetProperty("ftpsState").GetString());
        var policies = deployment.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies").ToList();
        Assert.Equal(["ftp", "scm"], policies.Select(LastName).Order());
        Assert.All(
            policies,
            policy => Assert.False(policy.GetProperty("properties").GetProperty("allow").GetBoolean())
        );
    }

    [Theory]
    [MemberData(nameof(Switches.All), MemberType = typeof(Switches))]
    public async Task SignIn_Always_IsOnWithoutASecret(bool isPrivate, bool scheduler, bool locks)
    {
        var deployment = await Deployment.OfAsync(new(isPrivate, scheduler, locks));

        var signIn = deployment.Config("authsettingsV2");
        Assert.True(signIn.GetProperty("platform").GetProperty("enabled").GetBoolean());
        Assert.True(signIn.GetProperty("httpSettings").GetProperty("requireHttps").GetBoolean());
        Assert.False(
            signIn.GetProperty("login").GetProperty("tokenStore").GetProperty("enabled").GetBoolean()
        );
        var entra = signIn.GetProperty("identityProviders").GetProperty("azureActiveDirectory");
        var registration = entra.GetProperty("registration");
        Assert.EndsWith(
            "'55555555-5555-5555-5555-555555555555')]",
            registration.GetProperty("openIdIssuer").GetString(),
            StringComparison.Ordinal
        );
        // The setting that it names holds an identity's client id, and App Service knows it by its name.
        Assert.Equal(
            "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID",
            registration.GetProperty("clientSecretSettingName").GetString()
        );
        Assert.Contains(
            "outputs.clientId",
            deployment.Settings["OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID"],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Switches.All), MemberType = typeof(Switches))]
    public async Task Telemetry_Always_TakesNoKeys(bool isPrivate, bool scheduler, bool locks)
    {
        var deployment = await Deployment.OfAsync(new(isPrivate, scheduler, locks));

        var insights = Assert
            .Single(deployment.OfType("Microsoft.Insights/components"))
            .GetProperty("properties");
        Assert.True(insights.GetProperty("DisableLocalAuth").GetBoolean());
        Assert.False(insights.GetProperty("DisableIpMasking").GetBoolean());
        var workspace = Assert.Single(deployment.OfType("Microsoft.OperationalInsights/workspaces"));
        var features = workspace.GetProperty("properties").GetProperty("features");
        Assert.True(features.GetProperty("disableLocalAuth").GetBoolean());
    }

    [Theory]
    [MemberData(nameof(Switches.All), MemberType = typeof(Switches))]
    public async Task Vault_Always_GoesByRolesAndKeepsWhatIsDeleted(
        bool isPrivate,
        bool scheduler,
        bool locks
    )
    {
        var deployment = await Deployment.OfAsync(new(isPrivate, scheduler, locks));

        var vault = Assert.Single(deployment.OfType("Microsoft.KeyVault/vaults")).GetProperty("properties");
        Assert.True(vault.GetProperty("enableRbacAuthorization").GetBoolean());
        Assert.True(vault.GetProperty("enablePurgeProtection").GetBoolean());
        Assert.True(vault.GetProperty("enableSoftDelete").GetBoolean());
        Assert.False(vault.GetProperty("enabledForTemplateDeployment").GetBoolean());
    }

    internal static string LastName(JsonElement resource) =>
        resource.GetProperty("name").GetString()!.Split('/')[^1];

    [GeneratedRegex("key|secret|password|connectionstring|token|sas", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SecretName();

    [GeneratedRegex(
        @"listKeys|listAccountSas|listServiceSas|AccountKey=|SharedAccessSignature|SharedAccessKey|\bsig=|SG\.[\w-]{20}",
        RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex SecretValue();
}
