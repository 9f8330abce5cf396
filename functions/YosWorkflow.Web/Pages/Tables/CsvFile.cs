using Microsoft.AspNetCore.Http;
using YosWorkflow.Web.Problems;

namespace YosWorkflow.Web.Pages.Tables;

/// <summary>The answer to who wants one of a page's tables as a file.</summary>
internal static class CsvFile
{
    /// <summary>By which field of the query one asks for a table.</summary>
    public const string Field = "csv";

    /// <summary>The table with an id, as a file; that there is none if it is not among them.</summary>
    /// <param name="id">The table's id.</param>
    /// <param name="name">What the file's name begins with.</param>
    /// <param name="tables">The page's tables.</param>
    public static IResult Of(string id, string name, params ReadOnlySpan<Table> tables)
    {
        foreach (var table in tables)
        {
            if (string.Equals(table.Id, id, StringComparison.Ordinal))
            {
                return Results.File(CsvText.Write(table), "text/csv; charset=utf-8", $"{name}-{id}.csv");
            }
        }

        return Problem.NotFound("This page has no such table.");
    }
}
