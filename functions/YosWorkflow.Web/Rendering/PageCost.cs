using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Web.Rendering;

/// <summary>Counts the storage transactions that a request takes, from finding out who sends it on.</summary>
internal static class PageCost
{
    /// <summary>Begins to count.</summary>
    public static void Measure(HttpContext context)
    {
        if (context.RequestServices.GetService<TableStorage>() is { } storage)
        {
            context.Features.Set(storage.Transactions.Measure());
        }
    }

    /// <summary>The count so far, or null if there is none.</summary>
    public static TransactionTally? Of(HttpContext context) => context.Features.Get<TransactionTally>();
}
