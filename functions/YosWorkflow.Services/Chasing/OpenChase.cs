#pragma warning disable MA0025 // signatures first: the bodies come with the next commits
using System.Collections.Immutable;

namespace YosWorkflow.Services.Chasing;

/// <summary>What a chase has before it.</summary>
/// <param name="Day">The day.</param>
/// <param name="WhyNobody">Why nobody is to be told at all; null on a working day.</param>
/// <param name="Teams">The teams to chase.</param>
public sealed record ChasePlan(DateOnly Day, string? WhyNobody, ImmutableArray<string> Teams);

/// <summary>Begins the chase of a day: makes its row unless it is there, and says what is to be done.</summary>
public sealed class OpenChase
{
    /// <summary>Begins it. Done again, it gives the same.</summary>
    /// <exception cref="Core.Calendar.OutsideBankHolidaysException">The bank holidays of the day's year are not known.</exception>
    public Task<ChasePlan> ExecuteAsync(DateOnly day, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
