using YosWorkflow.Local.Serving;

namespace YosWorkflow.Local.Tests.Serving;

public sealed class LocalUrlsTests
{
    [Theory]
    [InlineData("http://localhost:7071", true)]
    [InlineData("http://127.0.0.1:7071;http://[::1]:7071", true)]
    [InlineData("http://127.0.0.1:7071;http://0.0.0.0:7072", false)]
    [InlineData("http://*:7071", false)]
    [InlineData("http://192.0.2.7:7071", false)]
    public void TryParse_Addresses_TellsWhetherOnlyThisMachineReachesThem(string text, bool isLoopback)
    {
        var urls = LocalUrls.TryParse(text);

        Assert.Equal(isLoopback, urls?.IsLoopback);
        using var error = new StringWriter();
        urls!.Check(error);
        Assert.Equal(isLoopback, error.ToString().Length == 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7071")]
    [InlineData("localhost:7071")]
    [InlineData("https://localhost:7071")]
    [InlineData("http://localhost:7071/pages")]
    [InlineData("http://localhost:70710")]
    [InlineData("http://yos.example:7071")]
    [InlineData("http://localhost:7071;nonsense")]
    public void TryParse_NoAddress_IsNull(string text) => Assert.Null(LocalUrls.TryParse(text));

    [Fact]
    public void Hosts_OfLoopback_AreItsOwnNamesOnly() =>
        Assert.Equal(["localhost", "127.0.0.1", "[::1]"], LocalUrls.AtHome.Hosts);
}
