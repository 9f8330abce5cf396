using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Web.Access;

/// <summary>The people and teams of the service as a request needs them: read once, whether to find out who asks or for the answer.</summary>
internal static class RequestPeople
{
    /// <summary>Who and what there is in the service: one query, if the caller was not found in it already.</summary>
    public static async Task<PeopleOfService> PeopleAsync(
        this HttpRequest request,
        CaseloadTable caseload,
        CancellationToken cancellationToken
    )
    {
        var features = request.HttpContext.Features;
        if (features.Get<Read>() is { } read)
        {
            return read.People;
        }

        var people = await caseload.ReadPeopleAsync(cancellationToken);
        features.Set(new Read(people));
        return people;
    }

    /// <summary>Who and what there is in the service, if it has been read; null otherwise.</summary>
    public static PeopleOfService? PeopleRead(this HttpRequest request) =>
        request.HttpContext.Features.Get<Read>()?.People;

    private sealed record Read(PeopleOfService People);
}
