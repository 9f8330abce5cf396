using System.Collections.Immutable;

namespace YosWorkflow.Web.Pages.Shared;

/// <summary>One of the pages into which a list is divided.</summary>
/// <typeparam name="T">Of what the list is.</typeparam>
/// <param name="Items">What stands on this page.</param>
/// <param name="Page">Which page it is, from 1.</param>
/// <param name="Pages">How many pages there are; at least 1.</param>
/// <param name="Total">How many items there are on all pages.</param>
public sealed record Paged<T>(ImmutableArray<T> Items, int Page, int Pages, int Total)
{
    internal static Paged<T> Of(IReadOnlyCollection<T> all, int page, int onPage)
    {
        var pages = Math.Max(1, (all.Count + onPage - 1) / onPage);
        var shown = Math.Min(page, pages);
        return new([.. all.Skip((shown - 1) * onPage).Take(onPage)], shown, pages, all.Count);
    }
}
