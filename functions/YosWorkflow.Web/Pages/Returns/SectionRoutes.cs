using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routes.Audits;
using YosWorkflow.Web.Routing;
using YosWorkflow.Web.SignIn;

namespace YosWorkflow.Web.Pages.Returns;

/// <summary>
/// Keeps a <c>section</c> of a return as its form sends it, whatever of it is answered. A form that was opened before somebody changed
/// the same answers is shown again with both, and nothing of it is lost or overwritten.
/// </summary>
public class SaveSectionRoute(CaseAudits audits, SaveReturn returns, Site site) : IRouteHandler
{
    private const int Tries = 3;

    private protected virtual bool IsSecond => false;

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var deed = IsSecond ? AuditDeed.HandInSecondCheck : AuditDeed.HandIn;
        var (audit, refusal) = await audits.FindAsync(request, deed, cancellationToken);
        if (audit is null)
        {
            return refusal!;
        }

        var asked = (string?)request.Query[CaseAuditAddress.SectionField];
        var section = audit.Round.Programme.Template.Sections.FirstOrDefault(one => one.SectionId == asked);
        if (section is null)
        {
            return Problem.NotFound("The return has no such section.");
        }

        var (fields, unreadable) = await FormBody.ReadAsync(
            request,
            SectionForm.FieldsOf(section),
            cancellationToken,
            SectionForm.MostBytes
        );
        if (fields is null)
        {
            return unreadable!;
        }

        var form = SectionForm.Read(fields, section);
        return fields.Errors.Count > 0 ? fields.Refusal()
            : CaseAudits.FillsIn(request) is not { } by ? CaseAudits.NobodySignsIt()
            : form.Errors.IsEmpty ? await KeepAsync(request, audit, section, form, by, cancellationToken)
            : await AgainAsync(request, audit, section, form, stale: null, cancellationToken);
    }

    private async Task<IResult> KeepAsync(
        HttpRequest request,
        CaseAudit audit,
        AuditSection section,
        SectionForm form,
        string by,
        CancellationToken cancellationToken
    )
    {
        var basedOn = form.Version;
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await returns.ExecuteAsync(
                form.ToPart(audit, IsSecond, by, basedOn),
                audits.Today,
                cancellationToken
            );
            switch (outcome)
            {
                case AuditOutcome<AuditReturn>.Done { Value: var kept }:
                    return AnswerTo(audit, section, form, kept);
                case AuditOutcome<AuditReturn>.Refused { Refusal: { Now: { } now } conflict }:
                    var meanwhile = Meanwhile(conflict, form);
                    if (meanwhile.IsEmpty && !now.IsIn && attempt < Tries)
                    {
                        // What was changed is elsewhere in the return, so that both edits stand.
                        basedOn = now.Version;
                        continue;
                    }

                    return await AgainAsync(
                        request,
                        audit,
                        section,
                        form with
                        {
                            Version = now.Version,
                        },
                        StaleOf(audit, conflict, now, meanwhile),
                        cancellationToken
                    );
                default:
                    return AuditAnswers.To(outcome, _ => throw new InvalidOperationException("It was kept."));
            }
        }
    }

    private IResult AnswerTo(CaseAudit audit, AuditSection section, SectionForm form, AuditReturn kept)
    {
        var template = audit.Round.Programme.Template;
        var address = ReturnHead.AddressOf(audit, IsSecond);
        if (form.Then == AfterSaving.Stay)
        {
            return ApiJson.Result(
                SavedSection.Of(template, kept, ReturnHead.SavedAt(site, kept.SavedAt, audits.Today))
            );
        }

        var next = template.Sections.SkipWhile(one => one != section).Skip(1).FirstOrDefault();
        return new SeeOther(
            form.Then == AfterSaving.Later ? address.Contents(saved: true)
            : next is null ? address.Check
            : address.Section(next.SectionId)
        );
    }

    private async Task<IResult> AgainAsync(
        HttpRequest request,
        CaseAudit audit,
        AuditSection section,
        SectionForm form,
        StaleEdit? stale,
        CancellationToken cancellationToken
    )
    {
        var head = await audits.HeadAsync(audit, IsSecond, cancellationToken);
        return await ReturnPages.SectionAsync(
            request,
            new SectionModel
            {
                Head = head,
                Section = head.View.Sections.First(one => one.SectionId == section.SectionId),
                Form = form,
                Stale = stale,
            }
        );
    }

    private static ImmutableArray<GivenAnswer> Meanwhile(AuditRefusal conflict, SectionForm form) =>
        [
            .. conflict.Changed.Where(given =>
                form.Answers.TryGetValue(given.QuestionId, out var typed) && !typed.Says(given)
            ),
        ];

    private StaleEdit StaleOf(
        CaseAudit audit,
        AuditRefusal conflict,
        AuditReturn now,
        ImmutableArray<GivenAnswer> meanwhile
    ) =>
        new(
            meanwhile.IsEmpty
                ? conflict.Reason
                : "This section was changed since you opened it, perhaps by yourself in another window.",
            CanBeSaved: !meanwhile.IsEmpty,
            ReturnHead.NameOf(audit, now.ById),
            ReturnHead.SavedAt(site, now.SavedAt, audits.Today),
            meanwhile
        );
}

/// <summary>Keeps a section of a second check.</summary>
public sealed class SaveSecondSectionRoute(CaseAudits audits, SaveReturn returns, Site site)
    : SaveSectionRoute(audits, returns, site)
{
    private protected override bool IsSecond => true;
}
