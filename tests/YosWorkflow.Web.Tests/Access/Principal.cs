using System.Text;
using System.Text.Json;

namespace YosWorkflow.Web.Tests.Access;

/// <summary>The headers of App Service authentication, right or wrong.</summary>
internal sealed record Principal(string? Id, string? Claims)
{
    public static Principal Of(string objectId) => new(objectId, ClaimsOf(objectId));

    /// <summary>Claims as the platform writes them, with one object id each.</summary>
    public static string ClaimsOf(params string[] objectIds) =>
        Convert.ToBase64String(
            Encoding.UTF8.GetBytes(
                JsonSerializer.Serialize(
                    new
                    {
                        auth_typ = "aad",
                        claims = objectIds
                            .Select(id => new
                            {
                                typ = "http://schemas.microsoft.com/identity/claims/objectidentifier",
                                val = id,
                            })
                            .Append(new { typ = "name", val = "Somebody" }),
                        name_typ = "name",
                        role_typ = "roles",
                    }
                )
            )
        );

    public void AddTo(HttpRequestMessage request)
    {
        if (Id is not null)
        {
            request.Headers.Add("X-MS-CLIENT-PRINCIPAL-ID", Id);
        }

        if (Claims is not null)
        {
            request.Headers.Add("X-MS-CLIENT-PRINCIPAL", Claims);
        }
    }
}
