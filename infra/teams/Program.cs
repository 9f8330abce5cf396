using System.CommandLine;
using YosWorkflow.TeamsApp;

// dotnet run --project infra/teams -- build --help
// dotnet run --project infra/teams -- draw infra/teams
return await new RootCommand("Makes the Teams app's package.") { Build(), Draw() }
    .Parse(args)
    .InvokeAsync();

static Command Build()
{
    var appId = Needed<Guid>(
        "--app-id",
        "The app's id in the tenant's catalogue: make one once (uuidgen), and keep it."
    );
    var clientId = Needed<Guid>("--client-id", "The managed identity's client id.");
    var service = Needed<Uri>("--service-url", "Where the service's pages are.");
    var council = Needed<string>("--council", "The council's name, at most 32 characters.");
    var councilUrl = Needed<Uri>("--council-url", "Where the council says whom to ask.");
    var privacyUrl = Needed<Uri>("--privacy-url", "Where the council says what it does with personal data.");
    var version = Needed<string>("--app-version", "The app's version, as 1.2.3; higher than the last one's.");
    var output = Needed<FileInfo>("--out", "The package to write.");

    var build = new Command("build", "Writes the package as a zip, for Teams' admin centre to take.")
    {
        appId,
        clientId,
        service,
        council,
        councilUrl,
        privacyUrl,
        version,
        output,
    };
    build.SetAction(given =>
    {
        var values = new PackageValues
        {
            AppId = given.GetRequiredValue(appId),
            ClientId = given.GetRequiredValue(clientId),
            ServiceUrl = given.GetRequiredValue(service),
            Council = given.GetRequiredValue(council),
            CouncilUrl = given.GetRequiredValue(councilUrl),
            PrivacyUrl = given.GetRequiredValue(privacyUrl),
            Version = Version.TryParse(given.GetRequiredValue(version), out var read)
                ? read
                : new Version(0, 0),
        };
        if (string.Join(' ', values.Problems()) is { Length: > 0 } problems)
        {
            Console.Error.WriteLine(problems);
            return 2;
        }

        var file = given.GetRequiredValue(output);
        using (var stream = file.Create())
        {
            TeamsPackage.Write(stream, values);
        }

        Console.WriteLine($"Wrote {file.FullName}.");
        return 0;
    });
    return build;
}

static Command Draw()
{
    var folder = new Argument<DirectoryInfo>("folder") { Description = "Where the icons go." };
    var draw = new Command("draw", "Draws the icons anew.") { folder };
    draw.SetAction(given =>
    {
        var into = given.GetRequiredValue(folder).FullName;
        File.WriteAllBytes(Path.Combine(into, Icon.ColorFile), Icon.Color());
        File.WriteAllBytes(Path.Combine(into, Icon.OutlineFile), Icon.Outline());
    });
    return draw;
}

static Option<T> Needed<T>(string name, string description) =>
    new(name) { Description = description, Required = true };
