using System.Text.Json.Nodes;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.ApiDocs;

/// <summary>What the OpenAPI document says of the interface as a whole.</summary>
internal static class OpenApiWords
{
    private const string Key = "functionKey";
    private const string Person = "signedIn";

    /// <summary>What it is.</summary>
    public const string OfAll =
        "What is owed on the cases of a youth offending service, who is told of it, and how its work is audited. Names are those of the "
        + "CSV files, in snake case; days are yyyy-MM-dd, times are UTC. Errors are problem details (RFC 9457), whose type leads to what "
        + "can be done. No answer holds a child's name.";

    /// <summary>Who may call a route, as a sentence.</summary>
    public static string WhoMayCall(YosRoute route) =>
        route.Access switch
        {
            RouteAccess.Anyone => "Anyone may call it.",
            RouteAccess.Software => "For programs, and for administrators.",
            RouteAccess.WholeService => "For programs, and for people who answer for the whole service.",
            RouteAccess.Deliveries =>
                "For programs, and for administrators and people who answer for the whole service.",
            _ =>
                "For programs, and for people as far as it is theirs; what is not is answered like what does not exist.",
        };

    /// <summary>By what a caller of a route is known.</summary>
    public static JsonArray Security(YosRoute route) =>
        route.Access == RouteAccess.Anyone
            ? []
            : [new JsonObject { [Key] = new JsonArray() }, new JsonObject { [Person] = new JsonArray() }];

    /// <summary>The ways in which a caller is known.</summary>
    public static JsonObject SecuritySchemes() =>
        new()
        {
            [Key] = new JsonObject
            {
                ["type"] = "apiKey",
                ["in"] = "header",
                ["name"] = "x-functions-key",
                ["description"] =
                    "For programs: the key of the one function that is called. In Azure the Functions host asks for it below /api, "
                    + "whoever is signed in, and answers 401 without a body where it is missing.",
            },
            [Person] = new JsonObject
            {
                ["type"] = "apiKey",
                ["in"] = "cookie",
                ["name"] = "AppServiceAuthSession",
                ["description"] =
                    "For people: the sign-in with Entra ID by App Service, as a cookie or a bearer token; in the local host that for "
                    + "development. Who is signed in acts in their own name and sees what is theirs, with a key or without.",
            },
        };

    /// <summary>What a part of an address is.</summary>
    public static string OfAddress(string name) =>
        name switch
        {
            "caseRef" => "The case's reference.",
            "ruleId" => "The rule, such as asset-start.",
            "date" => "The day, as yyyy-MM-dd.",
            "programme" => "The audit programme: golden-thread, health or scs-referral.",
            "month" => "The round's month, as yyyy-MM.",
            "actionId" => "The action, by the identifier that it was given.",
            "report" => "Which report: learning, snapshot or compliance.",
            _ => throw new InvalidOperationException($"Nothing is said of '{name}'."),
        };

    /// <summary>Problem details.</summary>
    public static JsonObject ProblemSchema(IEnumerable<ProblemKind> kinds) =>
        new()
        {
            ["type"] = "object",
            ["description"] = "What is wrong, as RFC 9457 has it.",
            ["required"] = new JsonArray("type", "title", "status", "detail", "instance"),
            ["properties"] = new JsonObject
            {
                ["type"] = Text(
                    "Which kind of problem it is, and where it is explained.",
                    ("enum", new JsonArray([.. kinds.Select(kind => JsonValue.Create(kind.Type))]))
                ),
                ["title"] = Text("What that kind is called."),
                ["status"] = new JsonObject { ["type"] = "integer", ["description"] = "The HTTP status." },
                ["detail"] = Text("What is wrong with this request, and what to mend."),
                ["instance"] = Text("The address that was called."),
                ["errors"] = new JsonObject
                {
                    ["type"] = "object",
                    ["description"] = "What is wrong with which field, where fields are at fault.",
                    ["additionalProperties"] = new JsonObject
                    {
                        ["type"] = "array",
                        ["items"] = new JsonObject { ["type"] = "string" },
                    },
                },
                ["problems"] = new JsonObject
                {
                    ["type"] = "array",
                    ["description"] = "What is wrong with files that were refused.",
                    ["items"] = new JsonObject { ["$ref"] = "#/components/schemas/ImportProblem" },
                },
                ["current"] = new JsonObject
                {
                    ["type"] = "object",
                    ["description"] = "How a return stands that another has changed.",
                },
                ["trace_id"] = Text("By which it is found in the log, where it went wrong on our side."),
            },
        };

    private static JsonObject Text(string description, params (string Name, JsonNode Value)[] more)
    {
        var own = new JsonObject { ["type"] = "string", ["description"] = description };
        foreach (var (name, value) in more)
        {
            own[name] = value;
        }

        return own;
    }
}
