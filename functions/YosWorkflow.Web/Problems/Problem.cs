using Microsoft.AspNetCore.Http;

namespace YosWorkflow.Web.Problems;

/// <summary>Answers that say what is wrong: problem details for programs, a page for people.</summary>
public static class Problem
{
    /// <summary>A problem of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="detail">What is wrong with this request, in a sentence that says what to mend.</param>
    /// <param name="errors">What is wrong with which field, by the field's name; null if no field is at fault.</param>
    public static IResult Result(
        ProblemKind kind,
        string detail,
        IReadOnlyDictionary<string, string[]>? errors = null
    ) => new ProblemResult(kind, detail, errors is null ? null : new("errors", errors));

    /// <summary>A problem of a kind, with a member of its own.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="detail">What is wrong with this request, in a sentence that says what to mend.</param>
    /// <param name="member">The member's name.</param>
    /// <param name="value">What it holds.</param>
    public static IResult With(ProblemKind kind, string detail, string member, object value) =>
        new ProblemResult(kind, detail, new(member, value));

    /// <summary>There is no such thing.</summary>
    public static IResult NotFound(string detail) => Result(ProblemKind.NotFound, detail);
}
