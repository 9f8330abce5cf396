using System.Collections.Immutable;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Web.Pages.Chases;

/// <summary>What a day's chase did and did not do.</summary>
public sealed record ChaseModel
{
    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Whether it has been through with everything.</summary>
    public required bool Finished { get; init; }

    /// <summary>Why nobody was to be told at all, such as a bank holiday; null on a working day.</summary>
    public string? WhyNobody { get; init; }

    /// <summary>How many storage transactions it made, or null while it is under way.</summary>
    public long? Transactions { get; init; }

    /// <summary>The digests of the day, a person's together, people by name.</summary>
    public required ImmutableArray<PersonTold> People { get; init; }

    /// <summary>Whom it could not tell, and why.</summary>
    public required ImmutableArray<PersonNotTold> NotTold { get; init; }

    /// <summary>The teams that failed, and why.</summary>
    public required ImmutableArray<TeamFailure> FailedTeams { get; init; }

    /// <summary>How many digests are in a state.</summary>
    public int CountOf(params ReadOnlySpan<DigestState> states)
    {
        var count = 0;
        foreach (var digest in People.SelectMany(person => person.Digests))
        {
            count += states.Contains(digest.State) ? 1 : 0;
        }

        return count;
    }
}

/// <summary>Someone's digests of a day.</summary>
/// <param name="PersonId">Whose.</param>
/// <param name="Name">Their name, or their id if they are not in the staff list.</param>
/// <param name="LeadsToDay">Whether the reader may see their day; they are in the staff list then.</param>
/// <param name="Digests">Their digests, one a channel.</param>
public sealed record PersonTold(
    string PersonId,
    string Name,
    bool LeadsToDay,
    ImmutableArray<DigestTold> Digests
);

/// <summary>A digest as the outbox knows it.</summary>
/// <param name="Channel">By which way.</param>
/// <param name="State">Where it is on its way.</param>
/// <param name="Reason">Why it failed, was parked or cancelled; null otherwise.</param>
/// <param name="MayBeDoubled">Whether it may have reached them twice.</param>
/// <param name="Items">What it tells, the most serious first.</param>
public sealed record DigestTold(
    Channel Channel,
    DigestState State,
    string? Reason,
    bool MayBeDoubled,
    ImmutableArray<ItemTold> Items
);

/// <summary>An item of a digest.</summary>
/// <param name="Notice">What it says.</param>
/// <param name="Title">The rule's title.</param>
public sealed record ItemTold(NoticeItem Notice, string Title);

/// <summary>Someone who was to be told, and was not.</summary>
/// <param name="Name">Their name, or their id if they are not in the staff list.</param>
/// <param name="Channel">By which way.</param>
/// <param name="Reason">Why not.</param>
public sealed record PersonNotTold(string Name, Channel Channel, string Reason);

/// <summary>A team that the chase could not decide on.</summary>
/// <param name="Team">The team.</param>
/// <param name="Reason">Why.</param>
public sealed record TeamFailure(string Team, string Reason);
