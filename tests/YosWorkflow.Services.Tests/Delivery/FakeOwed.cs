using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Delivery;

namespace YosWorkflow.Services.Tests.Delivery;

/// <summary>Says that everything is owed but what was done, and that every case is in one team.</summary>
internal sealed class FakeOwed : IStillOwed
{
    public const string Team = "North";

    public HashSet<string> DoneOn { get; } = [];

    public List<DateOnly> Asked { get; } = [];

    public Task<OwedNow> ReadAsync(
        IReadOnlySet<string> caseRefs,
        Staff staff,
        DateOnly asOf,
        CancellationToken cancellationToken
    )
    {
        Asked.Add(asOf);
        return Task.FromResult(
            new OwedNow(
                caseRefs.ToDictionary(caseRef => caseRef, _ => Team),
                item => !DoneOn.Contains(item.CaseRef)
            )
        );
    }
}
