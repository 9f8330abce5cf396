using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Rendering;

namespace YosWorkflow.Web.Routes.Audits;

/// <summary>Turns what came of something in an audit into answers.</summary>
internal static class AuditAnswers
{
    /// <summary>The answer to an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="done">The answer where it is done.</param>
    public static IResult To<T>(AuditOutcome<T> outcome, Func<T, IResult> done) =>
        outcome switch
        {
            AuditOutcome<T>.Done { Value: var value } => done(value),
            AuditOutcome<T>.Refused { Refusal: var refusal } => To(refusal),
            _ => throw new InvalidOperationException($"{outcome.GetType().Name} has no answer."),
        };

    /// <summary>The answer to a refusal.</summary>
    public static IResult To(AuditRefusal refusal) =>
        refusal.Fault switch
        {
            AuditFault.NotFound => Problem.NotFound(refusal.Reason),
            AuditFault.Conflict when refusal.Now is { } now => Problem.With(
                ProblemKind.Conflict,
                refusal.Reason,
                "current",
                ApiJson.Element(CurrentReturn.Of(now, refusal.Changed))
            ),
            AuditFault.Conflict => Problem.Result(ProblemKind.Conflict, refusal.Reason),
            AuditFault.Invalid => Problem.Result(
                ProblemKind.CannotBeDone,
                $"{refusal.Reason} {string.Join(" ", refusal.Problems.Select(one => $"{one.Name}: {one.Problem}"))}",
                refusal
                    .Problems.GroupBy(
                        one => "answers." + one.Name,
                        one => one.Problem,
                        StringComparer.Ordinal
                    )
                    .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal)
            ),
            _ => Problem.Result(ProblemKind.CannotBeDone, refusal.Reason),
        };

    /// <summary>A return's version as an entity tag.</summary>
    public static string ETagOf(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}

/// <summary>How a return stands that somebody else has changed.</summary>
/// <param name="State">Where it is.</param>
/// <param name="Version">Its version, on which the next edit has to be based.</param>
/// <param name="By">Who changed it last.</param>
/// <param name="SavedAt">When.</param>
/// <param name="ChangedAnswers">The answers that were changed since the version that the edit was based on.</param>
internal sealed record CurrentReturn(
    ReturnState State,
    int Version,
    string By,
    DateTimeOffset SavedAt,
    ImmutableArray<GivenAnswer> ChangedAnswers
)
{
    public static CurrentReturn Of(AuditReturn now, ImmutableArray<GivenAnswer> changed) =>
        new(now.State, now.Version, now.ById, now.SavedAt, changed);
}
