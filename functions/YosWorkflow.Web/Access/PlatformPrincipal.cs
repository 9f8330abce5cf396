using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace YosWorkflow.Web.Access;

/// <summary>
/// The headers in which App Service authentication says who is signed in. They are worth nothing where it does not stand before
/// the app: anyone can send them.
/// </summary>
internal static class PlatformPrincipal
{
    /// <summary>The signed-in person's object id.</summary>
    public const string IdHeader = "X-MS-CLIENT-PRINCIPAL-ID";

    /// <summary>Their claims: JSON in base64.</summary>
    public const string ClaimsHeader = "X-MS-CLIENT-PRINCIPAL";

    // Claims come by their long names, or by their short ones where the platform leaves them as the token has them.
    private static readonly string[] ObjectId =
    [
        "http://schemas.microsoft.com/identity/claims/objectidentifier",
        "oid",
    ];

    private const int MostBytes = 32 * 1024;

    /// <summary>
    /// The Entra object id of whoever is signed in; empty if somebody is and the headers do not agree on who, or can't be read;
    /// null if nobody is.
    /// </summary>
    public static string? ObjectIdIn(IHeaderDictionary headers)
    {
        var id = headers[IdHeader];
        var claims = headers[ClaimsHeader];
        if (StringValues.IsNullOrEmpty(id) && StringValues.IsNullOrEmpty(claims))
        {
            return null;
        }

        if (id.Count > 1 || claims.Count > 1)
        {
            return "";
        }

        var said = StringValues.IsNullOrEmpty(id) ? null : IdIn(id.ToString());
        var claimed = StringValues.IsNullOrEmpty(claims) ? null : IdInClaims(claims.ToString());
        return said is not null && claimed is not null && said != claimed ? "" : said ?? claimed;
    }

    // Only Entra's ids are of this form; another provider's person is nobody here.
    private static string IdIn(string text) =>
        Guid.TryParseExact(text.Trim(), "D", out var id) ? id.ToString() : "";

    private static string IdInClaims(string base64)
    {
        try
        {
            if (base64.Length > MostBytes || !Base64.IsValid(base64))
            {
                return "";
            }

            using var principal = JsonDocument.Parse(Convert.FromBase64String(base64));
            var ids = principal
                .RootElement.GetProperty("claims")
                .EnumerateArray()
                .Where(claim =>
                    ObjectId.Contains(claim.GetProperty("typ").GetString(), StringComparer.Ordinal)
                )
                .Select(claim => IdIn(claim.GetProperty("val").GetString() ?? ""))
                .Distinct(StringComparer.Ordinal)
                .ToArray();
            return ids is [var only] ? only : "";
        }
        catch (Exception exception)
            when (exception
                    is JsonException
                        or InvalidOperationException
                        or KeyNotFoundException
                        or FormatException
            )
        {
            return "";
        }
    }
}
