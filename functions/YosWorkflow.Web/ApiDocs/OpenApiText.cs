using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.ApiDocs;

/// <summary>The programming interface as an OpenAPI 3.1 document, made once from <see cref="YosRoutes"/> and its descriptions.</summary>
public static class OpenApiText
{
    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";
    private const string ProblemName = "Problem";

    private static readonly Lazy<string> Made = new(() => Document().ToJsonString(Written));

    private static readonly JsonSerializerOptions Written = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document.</summary>
    public static string Value => Made.Value;

    private static JsonObject Document()
    {
        var schemas = new ApiSchemas();
        var paths = new JsonObject();
        foreach (var group in ApiOperations.Groups)
        {
            foreach (var operation in group.Operations)
            {
                var route = operation.Route;
                if (paths[route.Template] is not JsonObject path)
                {
                    paths[route.Template] = path = new JsonObject();
                }

                path[route.Method.ToLowerInvariant()] = OperationOf(operation, group, schemas);
            }
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "YosWorkflow",
                ["version"] = "1",
                ["description"] = OpenApiWords.OfAll,
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["tags"] = new JsonArray([
                .. ApiOperations.Groups.Select(group => new JsonObject { ["name"] = group.Name }),
            ]),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = OpenApiWords.SecuritySchemes(),
                ["schemas"] = SchemasOf(schemas),
            },
        };
    }

    private static JsonObject OperationOf(ApiOperation operation, ApiGroup group, ApiSchemas schemas)
    {
        var own = new JsonObject
        {
            ["operationId"] = operation.Id,
            ["tags"] = new JsonArray(group.Name),
            ["summary"] = operation.Title,
            ["description"] = $"{operation.Text} {OpenApiWords.WhoMayCall(operation.Route)}",
            ["security"] = OpenApiWords.Security(operation.Route),
        };
        var parameters = new JsonArray([
            .. PathParameters(operation),
            .. operation.Query.Select(field => Parameter(field, "query")),
            .. operation.Headers.Select(field => Parameter(field, "header")),
        ]);
        if (parameters.Count > 0)
        {
            own["parameters"] = parameters;
        }

        if (operation.Body is { } body)
        {
            own["requestBody"] = RequestBody(body);
        }

        own["responses"] = ResponsesOf(operation, schemas);
        return own;
    }

    private static IEnumerable<JsonObject> PathParameters(ApiOperation operation) =>
        operation.Address.Select(part => new JsonObject
        {
            ["name"] = part.Key,
            ["in"] = "path",
            ["required"] = true,
            ["description"] = OpenApiWords.OfAddress(part.Key),
            ["schema"] = new JsonObject { ["type"] = "string" },
            ["example"] = part.Value,
        });

    private static JsonObject Parameter(ApiField field, string place)
    {
        var own = new JsonObject
        {
            ["name"] = field.Name,
            ["in"] = place,
            ["description"] = field.Text,
            ["schema"] = field.Schema(),
        };
        if (field.IsRequired)
        {
            own["required"] = true;
        }

        if (field.Schema()["type"]!.GetValue<string>() == "array")
        {
            own["style"] = "form";
            own["explode"] = false;
            own["example"] = field.Example is { } codes
                ? new JsonArray([.. codes.Split(',').Select(code => JsonValue.Create(code))])
                : null;
        }
        else if (field.Example is { } example)
        {
            own["example"] = example;
        }

        return own;
    }

    private static JsonObject RequestBody(ApiBody body)
    {
        var schema = ApiField.ObjectSchema(body.Fields, open: body.IsOpenList);
        var content = new JsonObject
        {
            ["schema"] = body.IsOpenList ? new JsonObject { ["type"] = "array", ["items"] = schema } : schema,
        };
        if (body.Example is { } example)
        {
            content["example"] = JsonNode.Parse(example);
        }

        return new JsonObject
        {
            ["required"] = !body.IsOptional,
            ["content"] = new JsonObject { [body.MediaType] = content },
        };
    }

    private static JsonObject ResponsesOf(ApiOperation operation, ApiSchemas schemas)
    {
        var responses = new JsonObject();
        foreach (var answer in operation.Answers)
        {
            responses[Text(answer.Status)] = ResponseOf(operation, answer, schemas);
        }

        foreach (var problems in ApiOperations.ProblemsOf(operation).GroupBy(kind => kind.Status))
        {
            responses[Text(problems.Key)] = new JsonObject
            {
                ["description"] = string.Join(
                    " ",
                    problems.Select(kind => $"{kind.Title} ({kind.Type}). {kind.Remedy}")
                ),
                ["content"] = new JsonObject
                {
                    [ProblemJson] = new JsonObject
                    {
                        ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/" + ProblemName },
                    },
                },
            };
        }

        return responses;
    }

    private static JsonObject ResponseOf(ApiOperation operation, ApiAnswer answer, ApiSchemas schemas)
    {
        var own = new JsonObject { ["description"] = answer.Text };
        if (!answer.Headers.IsEmpty)
        {
            own["headers"] = new JsonObject(
                answer.Headers.Select(header =>
                    KeyValuePair.Create<string, JsonNode?>(
                        header.Name,
                        new JsonObject
                        {
                            ["description"] = header.Text,
                            ["schema"] = new JsonObject { ["type"] = "string" },
                        }
                    )
                )
            );
        }

        var content = new JsonObject();
        if (!answer.Types.IsEmpty)
        {
            var json = new JsonObject { ["schema"] = schemas.ReferenceTo(answer.Types) };
            if (ApiExamples.Of(operation, answer.Status) is { } example)
            {
                json["example"] = example;
            }

            content[Json] = json;
        }

        foreach (var other in answer.OtherTypes)
        {
            content[other] = new JsonObject();
        }

        if (content.Count > 0)
        {
            own["content"] = content;
        }

        return own;
    }

    private static JsonObject SchemasOf(ApiSchemas schemas)
    {
        var own = new JsonObject(
            schemas.All.Select(one => KeyValuePair.Create<string, JsonNode?>(one.Key, one.Value))
        );
        own[ProblemName] = OpenApiWords.ProblemSchema(ProblemKind.All);
        return own;
    }

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
