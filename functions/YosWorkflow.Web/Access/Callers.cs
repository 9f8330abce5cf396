using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Settings;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.SignIn;

namespace YosWorkflow.Web.Access;

/// <summary>
/// Finds out who sends a request. A person who is signed in counts before a key that comes with the same request: what they may do
/// does not grow by it, and what is done is known to be done by them.
/// </summary>
public sealed class Callers(
    YosSettings settings,
    CaseloadTable caseload,
    DevelopmentSignIn? developmentSignIn = null
)
{
    private const string Unknown =
        "You are signed in, but the staff list of this service has nobody with your Entra object id.";
    private const string Away =
        "You are signed in, but the staff list of this service says that you are not at work.";
    private const string Doubtful =
        "You are signed in, but the staff list of this service has your Entra object id more than once.";

    /// <summary>Who sends a request: at most one query, of the people.</summary>
    public async Task<Caller> IdentifyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (settings.PlatformSignIn && PlatformPrincipal.ObjectIdIn(request.Headers) is { } objectId)
        {
            var staff = (await request.PeopleAsync(caseload, cancellationToken)).Staff;
            return AmongStaff([.. staff.WithEntraId(objectId)], staff);
        }

        if (developmentSignIn?.SignedInAs(request) is { } staffId)
        {
            // Whoever was somebody does not become everybody because it has ended.
            if (staffId.Length == 0)
            {
                return new Caller.Nobody();
            }

            var staff = (await request.PeopleAsync(caseload, cancellationToken)).Staff;
            return AmongStaff(staff.Find(staffId) is { } member ? [member] : [], staff);
        }

        return FunctionKey.IsWith(request) ? new Caller.Machine()
            : IsDeveloper(request) ? new Caller.Developer()
            : new Caller.Nobody();
    }

    private static Caller AmongStaff(StaffMember[] found, Staff staff)
    {
        var atWork = Array.FindAll(found, member => member.Active);
        return atWork switch
        {
            [var only] => new Caller.Person(only, Viewer.Of(only, staff)),
            [] => StrangerTo(staff, found.Length == 0 ? Unknown : Away),
            _ => StrangerTo(staff, Doubtful),
        };
    }

    private static Caller.Stranger StrangerTo(Staff staff, string why) =>
        new(why, [.. staff.Administrators.Select(administrator => administrator.Name)]);

    private bool IsDeveloper(HttpRequest request) =>
        settings is { Environment: ServiceEnvironment.Development, InAzure: false }
        && OwnMachine.Sent(request);
}
