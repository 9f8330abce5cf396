using YosWorkflow.Web.Problems;

namespace YosWorkflow.Web.Pages.Problems;

/// <summary>What the page of a request that went wrong shows.</summary>
/// <param name="Kind">What kind of problem it is.</param>
/// <param name="Detail">What is wrong with this request.</param>
/// <param name="TraceId">By what it is found in the log, or null.</param>
public sealed record ProblemPageModel(ProblemKind Kind, string Detail, string? TraceId);
