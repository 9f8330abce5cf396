using YosWorkflow.Local.Settings;

namespace YosWorkflow.Local.Tests.Settings;

public sealed class LocalConfigurationTests
{
    [Fact]
    public void Read_AFileAndTheEnvironment_TheEnvironmentStands()
    {
        using var directory = new WorkDirectory();
        directory.Write(
            "local.settings.json",
            """
            {
              // As the Functions Core Tools have it.
              "IsEncrypted": false,
              "Values": { "Service__Name": "From the file", "Chase__Hour": "8", "service__publicurl": "http://a.example" }
            }
            """
        );

        var read = LocalConfiguration.Read(
            directory.Path,
            new Dictionary<string, string> { ["Service__Name"] = "From the environment" }
        );

        Assert.Equal("From the environment", read["Service:Name"]);
        Assert.Equal("8", read["Chase:Hour"]);
        Assert.Equal("http://a.example", read["Service:PublicUrl"]);
    }

    [Fact]
    public void Read_NoFile_IsTheEnvironmentAlone()
    {
        using var directory = new WorkDirectory();

        Assert.Null(
            LocalConfiguration.Read(directory.Path, new Dictionary<string, string>())["Service:Name"]
        );
    }

    [Theory]
    [InlineData("{ \"Values\": ")]
    [InlineData("[]")]
    [InlineData("{ \"Values\": [\"Service__Name\"] }")]
    [InlineData("{ \"IsEncrypted\": true, \"Values\": { \"Service__Name\": \"AQ==\" } }")]
    [InlineData("")]
    public void Read_AFileThatCannotBeRead_IsNamed(string content)
    {
        using var directory = new WorkDirectory();
        directory.Write("local.settings.json", content);

        var failure = Assert.Throws<VerbFailedException>(() =>
            LocalConfiguration.Read(directory.Path, new Dictionary<string, string>())
        );

        Assert.StartsWith("local.settings.json", failure.Message, StringComparison.Ordinal);
    }
}
