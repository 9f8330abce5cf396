using System.Collections.Immutable;
using YosWorkflow.Web.Problems;

namespace YosWorkflow.Web.ApiDocs;

/// <summary>What several descriptions have in common.</summary>
internal static class ApiParts
{
    /// <summary>What is wrong with bodies in JSON.</summary>
    public static ImmutableArray<ProblemKind> ProblemsOfJson { get; } =
    [
        ProblemKind.InvalidFields,
        ProblemKind.UnreadableBody,
        ProblemKind.TooLarge,
        ProblemKind.UnsupportedType,
    ];

    /// <summary>The parts of an obligation's address.</summary>
    public static Dictionary<string, string> Obligation(string caseRef, string ruleId) =>
        new(StringComparer.Ordinal) { ["caseRef"] = caseRef, ["ruleId"] = ruleId };

    /// <summary>The parts of a round's address.</summary>
    public static Dictionary<string, string> Round { get; } =
        new(StringComparer.Ordinal) { ["programme"] = "golden-thread", ["month"] = "2011-10" };

    /// <summary>The parts of the address of an audit.</summary>
    public static Dictionary<string, string> Audit(string caseRef) =>
        new(Round, StringComparer.Ordinal) { ["caseRef"] = caseRef };

    /// <summary>The field by which a program says for whom it acts.</summary>
    public static ApiField By(string whom) =>
        ApiField.OfText(
            "by",
            200,
            $"The staff id of {whom}. A program has to name them; a signed-in person acts in their own name only and leaves it out."
        );
}
