using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Access;

namespace YosWorkflow.Web.Pages.Shared;

/// <summary>The staff list as a page needs it.</summary>
internal static class RequestStaff
{
    /// <summary>The staff list in which the caller was found, or else as it is read now: no query, or one.</summary>
    public static async Task<Staff> StaffAsync(
        this HttpRequest request,
        CaseloadTable caseload,
        CancellationToken cancellationToken
    ) => (await request.PeopleAsync(caseload, cancellationToken)).Staff;
}
