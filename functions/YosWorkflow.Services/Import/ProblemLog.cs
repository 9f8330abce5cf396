namespace YosWorkflow.Services.Import;

/// <summary>Collects what is wrong in one file.</summary>
internal sealed class ProblemLog(CaseloadFile file)
{
    private const int MaxValue = 200;

    private readonly List<ImportProblem> problems = [];

    /// <summary>Whether the file as a whole was refused.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>The problems, in the order of the lines.</summary>
    public IEnumerable<ImportProblem> InOrder => problems.OrderBy(problem => problem.Line);

    public void Refuse(int? line, string? column, string? value, string reason)
    {
        IsRefused = true;
        Add(line, column, value, reason, ProblemSeverity.Rejected);
    }

    public void Reject(int line, string? column, string? value, string reason) =>
        Add(line, column, value, reason, ProblemSeverity.Rejected);

    public void Warn(int? line, string? column, string? value, string reason) =>
        Add(line, column, value, reason, ProblemSeverity.Warning);

    /// <summary>These and other problems of the same file, in the order of the lines.</summary>
    public IEnumerable<ImportProblem> With(ProblemLog other) =>
        problems.Concat(other.problems).OrderBy(problem => problem.Line);

    private void Add(int? line, string? column, string? value, string reason, ProblemSeverity severity) =>
        problems.Add(new(file.Name(), line, column, Clip(value), reason, severity));

    private static string? Clip(string? value) =>
        value is { Length: > MaxValue } ? string.Concat(value.AsSpan(0, MaxValue), "…") : value;
}
