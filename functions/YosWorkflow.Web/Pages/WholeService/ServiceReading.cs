using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Learning;
using YosWorkflow.Services.Learning;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Pages.Shared;

namespace YosWorkflow.Web.Pages.WholeService;

/// <summary>What a page of the whole service read.</summary>
/// <param name="Staff">The staff list.</param>
/// <param name="Teams">The teams, in ordinal order.</param>
/// <param name="Unjudged">The cases that could not be judged, and why.</param>
public sealed record ServiceReading(
    Staff Staff,
    ImmutableArray<string> Teams,
    ImmutableArray<(Case Case, string Why)> Unjudged
)
{
    /// <summary>The references of the cases that could not be judged.</summary>
    public ImmutableArray<string> NotJudged => [.. Unjudged.Select(one => one.Case.CaseRef)];
}

/// <summary>Reads the whole service for a page.</summary>
public sealed class ServiceReader(ReadService service, CaseloadTable caseload)
{
    /// <summary>Shows every case to who counts something in them.</summary>
    /// <param name="request">The page's request.</param>
    /// <param name="asOf">The day as of which obligations are worked out.</param>
    /// <param name="openOn">Cases that were over before this day are left out; null: none is.</param>
    /// <param name="tallies">Makes those who count, by the staff list.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ServiceReading> ReadAsync(
        HttpRequest request,
        DateOnly asOf,
        DateOnly? openOn,
        Func<Staff, IReadOnlyList<ICaseTally>> tallies,
        CancellationToken cancellationToken
    )
    {
        var staff = await request.StaffAsync(caseload, cancellationToken);
        var read = await service.ExecuteAsync(asOf, openOn, staff, tallies(staff), cancellationToken);
        return new ServiceReading(staff, [.. read.Teams], [.. read.NotJudged]);
    }
}
