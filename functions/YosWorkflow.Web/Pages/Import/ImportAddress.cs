using System.Globalization;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Web.Pages.Shared;

namespace YosWorkflow.Web.Pages.Import;

/// <summary>The addresses of an import, which is known by the hash of its files.</summary>
internal static class ImportAddress
{
    public const string Form = "/import";
    public const string AttemptField = "attempt";
    public const string LeftField = "left";
    public const string SinceField = "since";
    public const string EveryField = "every";

    private const int HashLength = 64;

    /// <summary>What files that are waiting would do.</summary>
    public static string Preview(string id) => $"{Form}/{id}";

    /// <summary>An import that is under way, with so many entities left to write.</summary>
    public static string Going(string id, Guid attempt, int left) =>
        Addresses.With(
            Preview(id),
            (AttemptField, attempt.ToString()),
            (LeftField, left.ToString(CultureInfo.InvariantCulture))
        );

    /// <summary>How far an import is that the host goes on with by itself.</summary>
    /// <param name="id">The import.</param>
    /// <param name="begun">Since when it is under way.</param>
    /// <param name="every">After how many seconds the page looks again by itself; null: it does not.</param>
    public static string Progress(string id, DateTimeOffset begun, int? every = null) =>
        Addresses.With(
            Preview(id) + "/progress",
            (SinceField, begun.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            (EveryField, every?.ToString(CultureInfo.InvariantCulture))
        );

    /// <summary>Where an import is confirmed.</summary>
    public static string Confirm(string id) => Preview(id) + "/confirm";

    /// <summary>Where files that are waiting are thrown away.</summary>
    public static string Discard(string id) => Preview(id) + "/discard";

    /// <summary>What an import did.</summary>
    public static string Report(string id) => $"/imports/{id}";

    /// <summary>The import that a request is for; null if its address is none of an import.</summary>
    public static string? Read(HttpRequest request) =>
        request.RouteValues["id"] is string { Length: HashLength } id
        && id.All(letter => char.IsAsciiHexDigitLower(letter) || char.IsAsciiDigit(letter))
            ? id
            : null;
}
