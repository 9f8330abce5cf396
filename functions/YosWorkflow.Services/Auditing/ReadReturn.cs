using System.Collections.Immutable;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Services.Storage;

namespace YosWorkflow.Services.Auditing;

/// <summary>
/// Shows a return to its reader, with what the record says beside each question. A second check does not show what the first
/// reader answered: two readings agree only if they are apart.
/// </summary>
public sealed class ReadReturn(CaseloadTable caseload, AuditTable audits, ServiceRules rules)
{
    /// <summary>Reads a return.</summary>
    /// <param name="id">The round.</param>
    /// <param name="caseRef">The case.</param>
    /// <param name="isSecond">Whether it is the second check's.</param>
    /// <param name="today">The day as of which the record is read.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<AuditOutcome<ReturnView>> ExecuteAsync(
        RoundId id,
        string caseRef,
        bool isSecond,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        if (
            await audits.ReadCaseAsync(id, caseRef, cancellationToken)
            is not { Cases: [{ Standing: var standing }] } read
        )
        {
            return AuditOutcome<ReturnView>.No(
                AuditFault.NotFound,
                $"Case {caseRef} is not in a sample of {id}."
            );
        }

        if (isSecond && standing.Second is null)
        {
            return AuditOutcome<ReturnView>.No(
                AuditFault.NotFound,
                $"No second check of case {caseRef} was asked for."
            );
        }

        var staff = await caseload.ReadStaffAsync(cancellationToken);
        return new AuditOutcome<ReturnView>.Done(
            await ViewAsync(read.Round, standing, isSecond, staff, today, cancellationToken)
        );
    }

    /// <summary>The return on a case that is at hand. A second check has to have been asked for.</summary>
    internal async Task<ReturnView> ViewAsync(
        AuditRound round,
        CaseStanding standing,
        bool isSecond,
        Staff staff,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var (caseRef, team) = (standing.Case.CaseRef, standing.Case.Team);
        var record = await caseload.FindCaseAsync(caseRef, team, cancellationToken);
        return View(round, standing, isSecond, staff, today, RecordOf(record, staff, today));
    }

    private ReturnView View(
        AuditRound round,
        CaseStanding standing,
        bool isSecond,
        Staff staff,
        DateOnly today,
        Func<AuditQuestion, ImmutableArray<string>> record
    )
    {
        var held = isSecond ? standing.SecondReturn : standing.Return;
        var score = AuditScore.Of(round.Programme.Template, held?.ToAnswers() ?? []);
        var kind = isSecond ? AuditDutyKind.SecondCheck : AuditDutyKind.Return;
        var duty = new AuditChaser(AuditLadders.Default, rules.Calendar, staff, round)
            .OpenOn(standing, today)
            .FirstOrDefault(duty => duty.Rule.Kind == kind);
        return new ReturnView(
            round.Id.ProgrammeId,
            IsoMonth.Format(round.Id.Month),
            standing.Case.CaseRef,
            (isSecond ? standing.Second! : standing.Case.Audit).ReaderId,
            RoundCase.StateOf(held),
            held?.Version ?? 0,
            duty?.DueOn,
            held?.SubmittedOn,
            score.ShareOfAll,
            score.ShareOfApplicable,
            Sections(round.Programme.Template, held, record),
            held?.Reopenings ?? [],
            isSecond ? [] : standing.Comments,
            isSecond ? [] : standing.Actions
        );
    }

    private static ImmutableArray<SectionView> Sections(
        AuditTemplate template,
        AuditReturn? held,
        Func<AuditQuestion, ImmutableArray<string>> record
    )
    {
        var given = (held?.Answers ?? []).ToDictionary(answer => answer.QuestionId, StringComparer.Ordinal);
        return
        [
            .. template.Sections.Select(section => new SectionView(
                section.SectionId,
                section.Title,
                [
                    .. section.Questions.Select(question => new QuestionView(
                        question.QuestionId,
                        question.Text,
                        question.LookFor,
                        question.Weight,
                        record(question),
                        given.GetValueOrDefault(question.QuestionId)?.Answer,
                        given.GetValueOrDefault(question.QuestionId)?.Seen
                    )),
                ]
            )),
        ];
    }

    private Func<AuditQuestion, ImmutableArray<string>> RecordOf(Case? audited, Staff staff, DateOnly today)
    {
        if (audited is null)
        {
            return _ => [];
        }

        var obligations = new List<Obligation>();
        rules.ReaderFor(staff).Read(audited, today, obligations);
        return question => CaseRecord.Beside(question, audited, obligations);
    }
}
