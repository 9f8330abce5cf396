using Microsoft.AspNetCore.Http;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;
using YosWorkflow.Web.SignIn;

namespace YosWorkflow.Web.Pages.Returns;

/// <summary>
/// A return: the form for its reader while it is open (a <c>section</c> of it, or the list of them: <c>view=contents</c>; otherwise
/// where they left off), to read for everybody else who may see it. A table of it as a file: <c>csv</c>.
/// </summary>
public class ReturnPageRoute(CaseAudits audits, ReturnPages pages) : IRouteHandler
{
    private protected virtual bool IsSecond => false;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var deed = IsSecond ? AuditDeed.ReadSecondCheck : AuditDeed.ReadReturn;
        var (audit, refusal) = await audits.FindAsync(request, deed, cancellationToken);
        if (audit is null)
        {
            return refusal!;
        }

        var fields = RequestFields.OfQuery(request.Query);
        var head = await audits.HeadAsync(audit, IsSecond, cancellationToken);
        if (fields.Text(CsvFile.Field, 50) is { } csv)
        {
            return ReturnTables.File(csv, audit, head);
        }

        return ReturnPages.MayFillIn(request, audit, IsSecond)
            ? await FormAsync(request, fields, head)
            : await pages.ReadOnlyAsync(request, audit, head, comment: null);
    }

    private static async Task<IResult> FormAsync(HttpRequest request, RequestFields fields, ReturnHead head)
    {
        if (fields.Text(CaseAuditAddress.SectionField, 100) is { } sectionId)
        {
            return head.View.Sections.FirstOrDefault(one => one.SectionId == sectionId) is { } section
                ? await ReturnPages.SectionAsync(
                    request,
                    new SectionModel
                    {
                        Head = head,
                        Section = section,
                        Form = SectionForm.Saved(section, head.View.Version),
                    }
                )
                : Problem.NotFound("The return has no such section.");
        }

        var asksForContents = fields.Text(CaseAuditAddress.ViewField, 50) == CaseAuditAddress.ContentsView;
        return asksForContents || head.View.Version == 0
            ? await Page.RenderAsync<ContentsPage>(
                request,
                new ContentsModel(
                    head,
                    head.Saved is not null && request.Query[CaseAuditAddress.DoneField] == "saved"
                )
            )
            : new SeeOther(WhereLeftOff(head));
    }

    private static string WhereLeftOff(ReturnHead head) =>
        head.FirstUnanswered is var (sectionId, questionId)
            ? head.Address.Section(sectionId, questionId)
            : head.Address.Check;
}

/// <summary>A second check, in the same way, without anything of the first reading.</summary>
public sealed class SecondCheckPageRoute(CaseAudits audits, ReturnPages pages)
    : ReturnPageRoute(audits, pages)
{
    private protected override bool IsSecond => true;
}
