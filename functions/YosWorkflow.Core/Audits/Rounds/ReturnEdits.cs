using System.Collections.Immutable;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>What may become of a return: saved in parts, submitted once, given back by the lead.</summary>
public static class ReturnEdits
{
    /// <summary>Takes in a part of a return, and the whole of it as submitted if it says so.</summary>
    /// <param name="template">The template that the round began with.</param>
    /// <param name="before">The return as it stands, or null if nothing of it is saved.</param>
    /// <param name="part">The part.</param>
    public static ReturnDecision Save(AuditTemplate template, AuditReturn? before, ReturnPart part)
    {
        var faults = ReturnCheck.OfPart(template, part.Answers, part.Notes);
        if (!faults.IsEmpty)
        {
            return new ReturnDecision.Invalid(faults);
        }

        var version = (before?.Version ?? 0) + 1;
        var merged = Merge(template, before?.Answers ?? [], part, version);
        var saysNothingNew = before is not null && merged.All(given => given.ChangedIn < version);
        if (before is not null && saysNothingNew && (before.IsIn || !part.Submit))
        {
            return new ReturnDecision.Unchanged(before);
        }

        if (before is { IsIn: true })
        {
            return new ReturnDecision.Refused(
                before,
                $"It was submitted on {PlainDate.Format(before.SubmittedOn!.Value)}; the lead of the audit can reopen it."
            );
        }

        if (before is not null && before.Version != (part.BasedOn ?? 0))
        {
            return new ReturnDecision.Stale(before, before.ChangedSince(part.BasedOn ?? 0));
        }

        return Next(template, before, part, merged, version);
    }

    /// <summary>Gives a submitted return back. Null if it is not in.</summary>
    public static AuditReturn? Reopen(AuditReturn before, Reopening reopening, DateTimeOffset at) =>
        before.IsIn
            ? before with
            {
                State = ReturnState.Reopened,
                Version = before.Version + 1,
                StateChangedIn = before.Version + 1,
                SavedAt = at,
                SubmittedOn = null,
                Reopenings = before.Reopenings.Add(reopening),
            }
            : null;

    private static ReturnDecision Next(
        AuditTemplate template,
        AuditReturn? before,
        ReturnPart part,
        ImmutableArray<GivenAnswer> merged,
        int version
    )
    {
        var next = new AuditReturn(
            before?.State ?? ReturnState.Started,
            version,
            before?.StateChangedIn ?? version,
            part.ById,
            merged,
            part.At,
            SubmittedOn: null,
            before?.Reopenings ?? []
        );
        if (!part.Submit)
        {
            return new ReturnDecision.Changed(next);
        }

        var missing = ReturnCheck.OfWhole(template, next.ToAnswers());
        return missing.IsEmpty
            ? new ReturnDecision.Changed(
                next with
                {
                    State = ReturnState.Submitted,
                    StateChangedIn = version,
                    SubmittedOn = part.On,
                }
            )
            : new ReturnDecision.Invalid(missing);
    }

    private static ImmutableArray<GivenAnswer> Merge(
        AuditTemplate template,
        ImmutableArray<GivenAnswer> before,
        ReturnPart part,
        int version
    )
    {
        var known = before.ToDictionary(given => given.QuestionId, StringComparer.Ordinal);
        foreach (var (questionId, answer, seen) in part.Answers)
        {
            Put(known, new GivenAnswer(questionId, answer, seen, version));
        }

        foreach (var (questionId, seen) in part.Notes)
        {
            var old = known.GetValueOrDefault(questionId);
            if (old is not null || seen.Length > 0)
            {
                Put(known, new GivenAnswer(questionId, old?.Answer, seen, version));
            }
        }

        return
        [
            .. template
                .Questions.Select(question => known.GetValueOrDefault(question.QuestionId))
                .OfType<GivenAnswer>(),
        ];
    }

    // What is said again stays in the version in which it was said first.
    private static void Put(Dictionary<string, GivenAnswer> known, GivenAnswer given)
    {
        if (
            !known.TryGetValue(given.QuestionId, out var old)
            || old with { ChangedIn = given.ChangedIn } != given
        )
        {
            known[given.QuestionId] = given;
        }
    }
}
