using System.Net.Mail;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Services.Import;

/// <summary>A row of staff.csv that was understood.</summary>
internal sealed record StaffRow(int Line, StaffMember Member);

/// <summary>Reads staff.csv.</summary>
internal static class StaffRows
{
    public static FileRows<StaffRow> Read(byte[]? content, ProblemLog problems)
    {
        var seen = new FirstLines("staff_id");
        return FileRows<StaffRow>.Of(CaseloadFile.Staff, content, problems, fields => ReadRow(fields, seen));
    }

    /// <summary>
    /// Someone as a file has them, over what is known of them. Of columns that the file lacks it says nothing, and what is known
    /// stays.
    /// </summary>
    public static StaffMember Over(StaffMember known, StaffMember read, IReadOnlySet<string> columns)
    {
        T Said<T>(string column, T there, T before) => columns.Contains(column) ? there : before;
        return read with
        {
            EntraId = Said("entra_id", read.EntraId, known.EntraId),
            Team = Said("team", read.Team, known.Team),
            LineManagerId = Said("line_manager_id", read.LineManagerId, known.LineManagerId),
            Active = Said("active", read.Active, known.Active),
            CoveredById = Said("covered_by_id", read.CoveredById, known.CoveredById),
            CanAudit = Said("can_audit", read.CanAudit, known.CanAudit),
        };
    }

    private static StaffRow? ReadRow(RowFields fields, FirstLines seen)
    {
        var id = fields.Id("staff_id");
        var name = fields.Text("name");
        var email = fields.Text("email");
        var entraId = fields.Id("entra_id");
        var role = fields.Code<StaffRole>("role");
        var team = fields.Id("team");
        var lineManager = fields.Id("line_manager_id");
        var active = fields.Flag("active");
        var coveredBy = fields.Id("covered_by_id");
        var canAudit = fields.Flag("can_audit");
        if (email is not null && !IsAddress(email))
        {
            fields.Reject("email", "is not an email address");
        }

        seen.RejectRepeated(fields, id);
        return fields.HasFault
            ? null
            : new StaffRow(
                fields.Line,
                new StaffMember(
                    id!,
                    name!,
                    email!,
                    entraId,
                    role!.Value,
                    team,
                    lineManager,
                    active ?? true,
                    coveredBy,
                    canAudit ?? false
                )
            );
    }

    private static bool IsAddress(string text) =>
        MailAddress.TryCreate(text, out var address)
        && string.Equals(address.Address, text, StringComparison.Ordinal);
}
