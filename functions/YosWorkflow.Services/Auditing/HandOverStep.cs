using System.Collections.Immutable;
using Azure;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Services.Auditing;

/// <summary>A hand-over that is asked for, against the round as it was read.</summary>
internal sealed class HandOverStep(AskedHandOver asked, DateOnly today, Staff staff, StoredRound? read)
{
    private readonly StoredAudit? own = Find(read, asked.CaseRef);
    private readonly StoredAudit? other = Find(read, asked.WithCaseRef);

    /// <summary>The cases that are meant, as they are.</summary>
    public ImmutableArray<SampledCase> AsTheyAre =>
        [.. new[] { own, other }.OfType<StoredAudit>().Select(item => item.Standing.Case)];

    /// <summary>Whether it has been done already: the same request sent again, because its answer was lost.</summary>
    public bool IsDone =>
        own!.Standing.Case.Audit is { HandOvers: [.., var last], ReaderId: var reader }
        && last.ToId == reader
        && IsOfThis(last)
        && (asked.ToId == reader || (other is not null && CameFromOther(last)));

    /// <summary>What stands against it, whoever is meant to audit; null if nothing does.</summary>
    public AuditRefusal? WhyNot()
    {
        if (read is null || own is null || (asked.WithCaseRef is { } with && other is null))
        {
            var caseRef = read is null || own is null ? asked.CaseRef : asked.WithCaseRef;
            return new AuditRefusal(
                AuditFault.NotFound,
                $"Case {caseRef} is not in a sample of {asked.Round}."
            );
        }

        if (RoundPeople.WhyNotLead(staff, asked.ById, read.Round.Programme) is { } notLead)
        {
            return new AuditRefusal(AuditFault.NotAllowed, notLead);
        }

        return IsDone ? null : WhyNotNow(read.Round);
    }

    /// <summary>Which rule of the allocation stands against it; null if none does.</summary>
    public AuditRefusal? WhyNotByRule(AuditorChoice choice)
    {
        if (asked.ToId is not { } to)
        {
            return choice.WhyNotExchange(own!.Standing, other!.Standing) is { } fault ? Of(fault) : null;
        }

        return choice.WhyNot(own!.Standing, to) is { } why
            ? Rule($"{NameOf(to)} can’t audit case {asked.CaseRef}: {AuditorWords.Of(why)}.")
            : null;
    }

    /// <summary>The cases as they are to lie from now on, with the versions that were read.</summary>
    public (SampledCase Case, ETag Read)[] Give() =>
        asked.ToId is { } to
            ? [Given(own!, to)]
            :
            [
                Given(own!, other!.Standing.Case.Audit.ReaderId!),
                Given(other, own!.Standing.Case.Audit.ReaderId!),
            ];

    private static StoredAudit? Find(StoredRound? read, string? caseRef) =>
        caseRef is null ? null : read?.Cases.FirstOrDefault(item => item.Standing.Case.CaseRef == caseRef);

    private AuditRefusal? WhyNotNow(AuditRound round)
    {
        if (round.State != RoundState.Open)
        {
            return Conflict(
                round.State == RoundState.Closed
                    ? $"{round.Id} was closed on {PlainDate.Format(round.ClosedOn!.Value)}."
                    : $"{round.Id} is still being shared out."
            );
        }

        var isIn = new[] { own, other }.FirstOrDefault(item => item?.Standing.IsIn == true);
        if (isIn is not null)
        {
            return Conflict(
                $"The return on case {isIn.Standing.Case.CaseRef} is in, so its auditor stays. Give it back first if it has to be done again."
            );
        }

        var now = own!.Standing.Case.Audit.ReaderId;
        if (asked.FromId is { } from && from != (now ?? ""))
        {
            return Conflict(
                $"Case {asked.CaseRef} lies with {(now is null ? "nobody" : NameOf(now))} by now, so nothing was changed. Look at it again."
            );
        }

        return asked.ToId is { } to && to == now
            ? Conflict($"{NameOf(to)} audits case {asked.CaseRef} already.")
            : null;
    }

    private AuditRefusal Of(ExchangeFault fault)
    {
        var caseRef = fault.Case.Case.CaseRef;
        return fault switch
        {
            { AuditorId: { } id, WhyNot: { } why } => Rule(
                $"{NameOf(id)} can’t audit case {caseRef}: {AuditorWords.Of(why)}."
            ),
            { AuditorId: { } id } => Rule(
                $"{NameOf(id)} audits both cases, so there is nothing to exchange."
            ),
            _ => Rule($"Nobody audits case {caseRef}, so there is nothing to exchange."),
        };
    }

    private bool IsOfThis(HandOver last) =>
        last.ById == asked.ById && last.Reason == asked.Reason && last.On == today;

    private bool CameFromOther(HandOver last) =>
        other!.Standing.Case.Audit is { HandOvers: [.., var others] }
        && IsOfThis(others)
        && others.FromId == last.ToId
        && others.ToId == last.FromId;

    private (SampledCase Case, ETag Read) Given(StoredAudit item, string readerId) =>
        (
            item.Standing.Case with
            {
                Audit = item.Standing.Case.Audit.GivenTo(readerId, asked.ById, asked.Reason, today),
            },
            item.ETag
        );

    private string NameOf(string staffId) => staff.Find(staffId)?.Name ?? $"'{staffId}'";

    private static AuditRefusal Conflict(string reason) => new(AuditFault.Conflict, reason);

    private static AuditRefusal Rule(string reason) => new(AuditFault.NotAllowed, reason);
}
