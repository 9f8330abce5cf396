using System.Collections.Immutable;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.ApiDocs;

/// <summary>A route for programs, described for whoever writes one. What can be taken from the route itself is not said again.</summary>
/// <param name="Handler">The handler of the route, by which it is found in <see cref="YosRoutes"/>.</param>
/// <param name="Id">Its name in generated clients, such as <c>listObligations</c>.</param>
/// <param name="Title">What it does, as a heading.</param>
public sealed record ApiOperation(Type Handler, string Id, string Title)
{
    /// <summary>What it does, in sentences.</summary>
    public required string Text { get; init; }

    /// <summary>The examples of the parts of its address, by their names.</summary>
    public IReadOnlyDictionary<string, string> Address { get; init; } =
        ImmutableDictionary<string, string>.Empty;

    /// <summary>What its query may hold.</summary>
    public ImmutableArray<ApiField> Query { get; init; } = [];

    /// <summary>The headers that it reads.</summary>
    public ImmutableArray<ApiField> Headers { get; init; } = [];

    /// <summary>What it reads; null if it has no body.</summary>
    public ApiBody? Body { get; init; }

    /// <summary>What it answers when it is done.</summary>
    public required ImmutableArray<ApiAnswer> Answers { get; init; }

    /// <summary>The problems that it answers with beside those that any route may answer with.</summary>
    public ImmutableArray<ProblemKind> Problems { get; init; } = [];

    /// <summary>Its route.</summary>
    public YosRoute Route => YosRoutes.Of(Handler);
}

/// <summary>A body that a route reads.</summary>
/// <param name="MediaType">Its type.</param>
/// <param name="Fields">Its fields, of which there are no others; empty if it is described otherwise.</param>
public sealed record ApiBody(string MediaType, ImmutableArray<ApiField> Fields)
{
    /// <summary>An example; null for files.</summary>
    public string? Example { get; init; }

    /// <summary>Whether it may be left out.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether it is a list of objects that have at least these fields, and not one object.</summary>
    public bool IsOpenList { get; init; }

    /// <summary>A JSON object.</summary>
    public static ApiBody Json(string example, params ImmutableArray<ApiField> fields) =>
        new("application/json", fields) { Example = example };
}

/// <summary>An answer of a route.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Text">What it means.</param>
/// <param name="Types">What its JSON is made from, one of these; empty if it has no body.</param>
public sealed record ApiAnswer(int Status, string Text, params ImmutableArray<Type> Types)
{
    /// <summary>The headers that matter, with what they say.</summary>
    public ImmutableArray<(string Name, string Text)> Headers { get; init; } = [];

    /// <summary>The types in which it can be had instead of JSON, by <c>Accept</c>.</summary>
    public ImmutableArray<string> OtherTypes { get; init; } = [];
}
