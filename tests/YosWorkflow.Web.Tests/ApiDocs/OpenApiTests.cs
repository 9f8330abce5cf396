using System.Net;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using YosWorkflow.Web.ApiDocs;
using YosWorkflow.Web.Pages.ApiDocs;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Tests.ApiDocs;

/// <summary>The description of the programming interface says all there is of it, and nothing else.</summary>
[Collection(nameof(KentSite))]
public sealed class OpenApiTests(KentSite kent)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static JsonNode Document { get; } = JsonNode.Parse(OpenApiText.Value)!;

    private static IEnumerable<(string Name, JsonObject Schema)> Schemas =>
        ((JsonObject)Document["components"]!["schemas"]!).Select(one => (one.Key, (JsonObject)one.Value!));

    [Fact]
    public void Document_EveryRouteForPrograms_IsInItAndNothingElse()
    {
        var described = ((JsonObject)Document["paths"]!).SelectMany(path =>
            ((JsonObject)path.Value!).Select(method => $"{method.Key.ToUpperInvariant()} {path.Key}")
        );

        Assert.Equal(
            YosRoutes
                .All.Where(route => route.IsForPrograms)
                .Select(route => $"{route.Method} {route.Template}")
                .Order(StringComparer.Ordinal),
            described.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Get_TheDocument_IsOpenApi31WithoutAFault()
    {
        var answer = await kent.Client.GetAsync("/api/openapi.json", Stop);

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        var read = OpenApiDocument.Parse(await answer.Content.ReadAsStringAsync(Stop), OpenApiConstants.Json);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic?.SpecificationVersion);
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.NotEmpty(read.Document!.Paths);
    }

    [Fact]
    public void Operations_TheirIdsAndAddresses_AreWholeAndDistinct()
    {
        var ids = ApiOperations.All.Select(operation => operation.Id).ToArray();

        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.All(
            ApiOperations.All,
            operation => Assert.DoesNotContain('{', ApiDocsModel.FirstLineOf(operation))
        );
        Assert.All(
            ApiOperations.All,
            operation =>
                Assert.All(
                    operation.Address.Keys,
                    name => Assert.Contains($"{{{name}}}", operation.Route.Template, StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public void Words_EveryNameInAnAnswer_IsExplainedAndNoOther()
    {
        var used = Schemas
            .Where(one => one.Name != "Problem")
            .SelectMany(one =>
                ((JsonObject)one.Schema["properties"]!).Select(property =>
                    (one.Name, property.Key, property.Value)
                )
            )
            .ToArray();

        Assert.All(used, one => Assert.True(one.Value!["description"] is not null, $"{one.Name}.{one.Key}"));
        Assert.Empty(
            ApiWords.Names.Except(
                used.SelectMany(one => new[] { one.Key, $"{one.Name}.{one.Key}" }),
                StringComparer.Ordinal
            )
        );
    }

    [Fact]
    public void Security_OnlyOfWhatAnyoneMayCall_IsEmpty()
    {
        foreach (var operation in ApiOperations.All)
        {
            var own = Document["paths"]![operation.Route.Template]![
                operation.Route.Method.ToLowerInvariant()
            ]!;
            Assert.Equal(
                operation.Route.Access == RouteAccess.Anyone,
                ((JsonArray)own["security"]!).Count == 0
            );
        }
    }

    [Theory]
    [InlineData("/api/obligations?pageSize=0")]
    [InlineData("/api/obligations/K1/asset-start/acknowledgements")]
    [InlineData("/api/chases/2011-10-05")]
    public async Task Send_WhatIsRefused_IsAProblemAsDescribed(string address)
    {
        using var answer = await kent.Client.GetAsync(address, Stop);

        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!;
        var described = Schemas.Single(one => one.Name == "Problem").Schema;
        Assert.Empty(await AnswerSchemas.FaultsOfAsync(described, problem));
        Assert.Contains(problem["type"]!.GetValue<string>(), ProblemKind.All.Select(kind => kind.Type));
    }

    [Theory]
    [InlineData("""{"as_of":"2011-10-04"}""")]
    [InlineData("""{"as_of":"2011-10-04","status_url":"/x","more":1}""")]
    [InlineData("""{"as_of":"2011-10-04","status_url":7}""")]
    public async Task FaultsOf_AnAnswerThatIsNotAsDescribed_FindsThem(string answer)
    {
        var operation = ApiOperations.All.Single(one => one.Id == "startChase");

        Assert.NotEmpty(await AnswerSchemas.FaultsOfAsync(operation, 202, JsonNode.Parse(answer)!));
    }

    [Fact]
    public async Task Get_ThePage_ShowsEveryRouteWithItsExampleAndLeadsToItsErrors()
    {
        using var answer = await kent.Client.GetAsync("/api-docs", Stop);

        var html = await answer.HtmlAsync();
        var text = WebUtility.HtmlDecode(html);
        Assert.Contains("<title>Programming interface", html, StringComparison.Ordinal);
        Assert.All(
            ApiOperations.All,
            operation =>
            {
                Assert.Contains($"id=\"{operation.Id}\"", html, StringComparison.Ordinal);
                Assert.Contains(operation.Route.Template, text, StringComparison.Ordinal);
                Assert.Contains(ApiDocsModel.FirstLineOf(operation), text, StringComparison.Ordinal);
            }
        );
        Assert.Contains("\"working_days_overdue\"", text, StringComparison.Ordinal);
        Assert.Contains("href=\"/problems#invalid-fields\"", html, StringComparison.Ordinal);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(html), 10_000, 100_000);
    }
}
