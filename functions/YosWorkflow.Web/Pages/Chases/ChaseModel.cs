using System.Collections.Immutable;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.Chases;

/// <summary>What a day's chase did and did not do.</summary>
public sealed record ChaseModel
{
    private const int OnPage = 40;

    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Whether it has been through with everything.</summary>
    public required bool Finished { get; init; }

    /// <summary>Why nobody was to be told at all, such as a bank holiday; null on a working day.</summary>
    public string? WhyNobody { get; init; }

    /// <summary>How many storage transactions it made, or null while it is under way.</summary>
    public long? Transactions { get; init; }

    /// <summary>How many people have a digest of the day.</summary>
    public required int People { get; init; }

    /// <summary>How many digests are in each state.</summary>
    public required IReadOnlyDictionary<DigestState, int> States { get; init; }

    /// <summary>The digests of the day, a person's together, people by name.</summary>
    public required Table Told { get; init; }

    /// <summary>A page of them.</summary>
    public required int Page { get; init; }

    /// <summary>Every item of every digest; for the file only.</summary>
    public required Table Items { get; init; }

    /// <summary>The teams that failed, whom it could not tell, and why.</summary>
    public required Table NotTold { get; init; }

    /// <summary>The page of the digests that is shown.</summary>
    public Paged<ImmutableArray<Cell>> Shown => Paged<ImmutableArray<Cell>>.Of(Told.Rows, Page, OnPage);

    /// <summary>How many digests are in a state.</summary>
    public int CountOf(params ReadOnlySpan<DigestState> states)
    {
        var count = 0;
        foreach (var state in states)
        {
            count += States.GetValueOrDefault(state);
        }

        return count;
    }
}
