using System.IO.Compression;
using System.Text.Json;
using NJsonSchema;
using YosWorkflow.Services.Delivery;
using YosWorkflow.TeamsApp;
using YosWorkflow.TestKit;

namespace YosWorkflow.Infra.Tests.Teams;

public sealed class TeamsPackageTests
{
    private static readonly PackageValues Kent = new()
    {
        AppId = new Guid("22222222-2222-2222-2222-222222222222"),
        ClientId = new Guid("33333333-3333-3333-3333-333333333333"),
        ServiceUrl = new Uri("https://yos.kent.example/"),
        Council = "Kent \"County\" Council",
        CouncilUrl = new Uri("https://kent.example/yos"),
        PrivacyUrl = new Uri("https://kent.example/privacy"),
        Version = new Version(1, 0, 7),
    };

    [Fact]
    public async Task Manifest_Filled_IsValidBySchema()
    {
        var schema = await SchemaAsync();

        Assert.Equal([], schema.Validate(Text(Kent)).Select(error => error.ToString()));
    }

    [Theory]
    [InlineData("\"digestReady\"", "7")]
    [InlineData("\"activityTypes\"", "\"activityKinds\"")]
    [InlineData("22222222-2222-2222-2222-222222222222", "kent")]
    public async Task Manifest_WithASlip_IsNotValid(string right, string slip)
    {
        var schema = await SchemaAsync();
        Assert.Contains(right, Text(Kent), StringComparison.Ordinal);

        Assert.NotEmpty(schema.Validate(Text(Kent).Replace(right, slip, StringComparison.Ordinal)));
    }

    [Fact]
    public void Manifest_Version_IsTheSchemas()
    {
        using var schema = JsonDocument.Parse(SchemaText());
        using var manifest = JsonDocument.Parse(Text(Kent));

        // Draft 4 knows no constants, so the validator does not look at this one.
        Assert.Equal(
            schema
                .RootElement.GetProperty("properties")
                .GetProperty("manifestVersion")
                .GetProperty("const")
                .GetString(),
            manifest.RootElement.GetProperty("manifestVersion").GetString()
        );
    }

    [Fact]
    public void Manifest_Filled_SaysWhatTheCodeReliesOn()
    {
        using var manifest = JsonDocument.Parse(Text(Kent));
        var root = manifest.RootElement;

        var activity = Assert.Single(
            root.GetProperty("activities").GetProperty("activityTypes").EnumerateArray()
        );
        Assert.Equal(TeamsActivities.DigestReady, activity.GetProperty("type").GetString());
        Assert.Equal("{" + TeamsActivities.Summary + "}", activity.GetProperty("templateText").GetString());
        Assert.Equal(
            TeamsActivities.Tab,
            root.GetProperty("staticTabs")[0].GetProperty("entityId").GetString()
        );

        Assert.Equal(
            "33333333-3333-3333-3333-333333333333",
            root.GetProperty("webApplicationInfo").GetProperty("id").GetString()
        );
        Assert.Equal("22222222-2222-2222-2222-222222222222", root.GetProperty("id").GetString());
        Assert.Equal(
            "en-GB",
            root.GetProperty("localizationInfo").GetProperty("defaultLanguageTag").GetString()
        );
        Assert.Equal("yos.kent.example", root.GetProperty("validDomains")[0].GetString());
        Assert.Equal(
            "Kent \"County\" Council",
            root.GetProperty("developer").GetProperty("name").GetString()
        );
        Assert.Equal(
            "https://yos.kent.example/my-day",
            root.GetProperty("staticTabs")[0].GetProperty("websiteUrl").GetString()
        );
        Assert.DoesNotContain("{{", Text(Kent), StringComparison.Ordinal);
    }

    [Fact]
    public void Package_Written_HoldsTheManifestAndItsIcons()
    {
        using var zip = new ZipArchive(new MemoryStream(Package(Kent)));

        Assert.Equal(
            ["color.png", "manifest.json", "outline.png"],
            zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)
        );
        Assert.Equal((192, 192), SizeOf(zip.GetEntry("color.png")!));
        Assert.Equal((32, 32), SizeOf(zip.GetEntry("outline.png")!));
    }

    [Fact]
    public void Package_OfTheSameValues_IsTheSame() => Assert.Equal(Package(Kent), Package(Kent));

    [Fact]
    public void Package_OfUnusableValues_IsRefusedWithAllReasons()
    {
        var wrong = Kent with
        {
            ClientId = Kent.AppId,
            Council = new string('x', 33),
            ServiceUrl = new Uri("http://yos.kent.example"),
            Version = new Version(1, 0),
        };

        var refusal = Assert.Throws<ArgumentException>(() => Package(wrong));

        Assert.Equal(4, wrong.Problems().Count());
        Assert.All(
            wrong.Problems(),
            problem => Assert.Contains(problem, refusal.Message, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("color.png", true)]
    [InlineData("outline.png", false)]
    public async Task Icons_Committed_ArePicturesOfTheDrawing(string file, bool color)
    {
        var committed = await File.ReadAllBytesAsync(
            RepositoryRoot.Combine("infra", "teams", file),
            TestContext.Current.CancellationToken
        );

        // Compression may differ from runtime to runtime; the pixels may not.
        Assert.Equal(PixelsOf(color ? Icon.Color() : Icon.Outline()), PixelsOf(committed));
    }

    private static string Text(PackageValues values) =>
        System.Text.Encoding.UTF8.GetString(TeamsPackage.ManifestOf(values));

    private static byte[] Package(PackageValues values)
    {
        using var memory = new MemoryStream();
        TeamsPackage.Write(memory, values);
        return memory.ToArray();
    }

    private static Task<JsonSchema> SchemaAsync() =>
        JsonSchema.FromJsonAsync(SchemaText(), TestContext.Current.CancellationToken);

    private static string SchemaText()
    {
        using var stream = typeof(TeamsPackageTests).Assembly.GetManifestResourceStream(
            "MicrosoftTeams.schema.json"
        )!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static (int Width, int Height) SizeOf(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var head = new byte[24];
        stream.ReadExactly(head);
        return (
            System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(16)),
            System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(20))
        );
    }

    private static byte[] PixelsOf(byte[] png)
    {
        var at = png.AsSpan().IndexOf("IDAT"u8);
        var length = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at - 4));
        using var pixels = new MemoryStream();
        using (var zlib = new ZLibStream(new MemoryStream(png, at + 4, length), CompressionMode.Decompress))
        {
            zlib.CopyTo(pixels);
        }

        return pixels.ToArray();
    }
}
