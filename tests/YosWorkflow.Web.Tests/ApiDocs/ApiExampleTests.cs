using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using YosWorkflow.TestKit;
using YosWorkflow.Web.ApiDocs;

namespace YosWorkflow.Web.Tests.ApiDocs;

/// <summary>
/// The examples of the description are what the routes answer to the documented requests. Where answers have changed, run this with
/// <c>YOS_RECORD_EXAMPLES=1</c>, and look at what has changed in ApiDocs/examples before it is committed.
/// </summary>
public sealed class ApiExampleTests(AzuriteFixture azurite)
{
    private const int MostInAList = 2;
    private const int MostInAListInside = 1;

    private static readonly JsonSerializerOptions Written = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    [Fact]
    public async Task Send_EveryDocumentedRequest_IsAnsweredLikeTheExampleAndAsTheSchemaSays()
    {
        var recorded = await ApiScenario.PlayAsync(azurite);
        var folder = RepositoryRoot.Combine("functions", "YosWorkflow.Web", "ApiDocs", "examples");
        var record = Environment.GetEnvironmentVariable("YOS_RECORD_EXAMPLES") == "1";
        foreach (var (operation, status, answer) in recorded)
        {
            Assert.Empty(await AnswerSchemas.FaultsOfAsync(operation, status, answer));
            var shown = Shortened(answer);
            var file = Path.Combine(folder, ApiExamples.FileOf(operation, status));
            if (record)
            {
                await File.WriteAllTextAsync(
                    file,
                    shown.ToJsonString(Written) + "\n",
                    TestContext.Current.CancellationToken
                );
            }

            Assert.True(File.Exists(file), $"{operation.Id} has no example.");
            Assert.Equal(
                Settled(shown).ToJsonString(Written),
                Settled(
                        JsonNode.Parse(
                            await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)
                        )!
                    )
                    .ToJsonString(Written)
            );
        }

        Assert.Equal(
            ApiOperations
                .All.Where(operation => operation.Answers.Any(answer => !answer.Types.IsEmpty))
                .Select(operation => operation.Id)
                .Order(StringComparer.Ordinal),
            recorded.Select(one => one.Operation.Id).Distinct().Order(StringComparer.Ordinal)
        );
    }

    // Lists are cut, those inside others shorter, for there is nothing new in what comes after.
    private static JsonNode Shortened(JsonNode node)
    {
        var copy = node.DeepClone();
        Cut(copy, 0);
        return copy;
    }

    private static void Cut(JsonNode? node, int depth)
    {
        switch (node)
        {
            case JsonArray list:
                while (list.Count > (depth < 2 ? MostInAList : MostInAListInside))
                {
                    list.RemoveAt(list.Count - 1);
                }

                foreach (var item in list)
                {
                    Cut(item, depth + 1);
                }

                break;
            case JsonObject own:
                foreach (var (_, value) in own)
                {
                    Cut(value, depth + 1);
                }

                break;
            default:
                break;
        }
    }

    // How many transactions it took may differ with how often somebody else was quicker, and identifiers are fresh.
    private static JsonNode Settled(JsonNode node)
    {
        if (node is JsonObject own)
        {
            foreach (var name in (string[])["transactions", "action_id"])
            {
                if (own.ContainsKey(name))
                {
                    own[name] = null;
                }
            }

            foreach (var (_, value) in own.Where(pair => pair.Value is not null))
            {
                Settled(value!);
            }
        }
        else if (node is JsonArray list)
        {
            foreach (var item in list.OfType<JsonNode>())
            {
                Settled(item);
            }
        }

        return node;
    }
}
