using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;
using YosWorkflow.Web.Rendering;

namespace YosWorkflow.Web.Pages.Returns;

/// <summary>A return to read, with what hangs on it and what the reader may do about it.</summary>
public sealed record ReturnModel
{
    /// <summary>The return.</summary>
    public required ReturnHead Head { get; init; }

    /// <summary>The case's team when it was drawn.</summary>
    public required string Team { get; init; }

    /// <summary>Whose work is audited, in words.</summary>
    public required string CaseManagerName { get; init; }

    /// <summary>The day the round was closed, or null.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>What was said to it.</summary>
    public required ImmutableArray<Said> Comments { get; init; }

    /// <summary>What is to be done because of it.</summary>
    public required Table Actions { get; init; }

    /// <summary>Whether they may comment.</summary>
    public bool MayComment { get; init; }

    /// <summary>Whether they may ask for something to be done.</summary>
    public bool MayAddAction { get; init; }

    /// <summary>Whether they may give the return back.</summary>
    public bool MayReopen { get; init; }

    /// <summary>Whether there is a second check that they may see.</summary>
    public bool SeesSecond { get; init; }

    /// <summary>Whether they may see the first reading.</summary>
    public bool SeesFirst { get; init; }

    /// <summary>Whether both readings are in and theirs to see.</summary>
    public bool SeesBoth { get; init; }

    /// <summary>A comment as it was typed.</summary>
    public CommentForm Comment { get; init; } = CommentForm.Empty;

    /// <summary>What has just been done, or null.</summary>
    public string? Done { get; init; }

    /// <summary>Whether the return is in.</summary>
    public bool IsIn => Head.View.SubmittedOn is not null;

    internal static ReturnModel Of(CaseAudit audit, ReturnHead head, Site site, StaffMember? person)
    {
        var isSecond = head.Address.IsSecond;
        var isFirstIn = !isSecond && audit.Standing.IsIn;
        return new ReturnModel
        {
            Head = head,
            Team = audit.Standing.Case.Team,
            CaseManagerName = ReturnHead.NameOf(audit, audit.Standing.Case.CaseManagerId),
            ClosedOn = audit.Round.ClosedOn,
            Comments =
            [
                .. head.View.Comments.Select(one => new Said(
                    ReturnHead.NameOf(audit, one.ById),
                    site.Moment(one.At),
                    one.Text,
                    head.View.Version != one.ToVersion
                )),
            ],
            Actions = ReturnTables.Actions(audit, head),
            MayComment = isFirstIn && person is not null && audit.May(AuditDeed.Comment),
            MayAddAction = isFirstIn && person is not null && audit.May(AuditDeed.AddAction),
            MayReopen = isFirstIn && !audit.IsClosed && person is not null && audit.May(AuditDeed.Reopen),
            SeesSecond = !isSecond && audit.May(AuditDeed.ReadSecondCheck),
            SeesFirst = isSecond && audit.May(AuditDeed.ReadReturn),
            SeesBoth = SeesBothOf(audit),
        };
    }

    /// <summary>Whether both readings are in, and who asks may see both.</summary>
    internal static bool SeesBothOf(CaseAudit audit) =>
        audit.Standing is { IsIn: true, SecondIsIn: true }
        && audit.May(AuditDeed.ReadReturn)
        && audit.May(AuditDeed.ReadSecondCheck);
}

/// <summary>What somebody said to an audit, in words.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Text">What.</param>
/// <param name="IsToEarlier">Whether the return has changed since.</param>
public sealed record Said(string By, string At, string Text, bool IsToEarlier);
