using System.Globalization;
using CsvHelper;
using YosWorkflow.Core;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Local.Demonstration;

/// <summary>Writes a caseload as the three files that the import reads.</summary>
internal static class CaseloadCsv
{
    /// <summary>staff.csv.</summary>
    public static string Staff(IEnumerable<StaffMember> staff) =>
        Write(
            [
                "staff_id",
                "name",
                "email",
                "entra_id",
                "role",
                "team",
                "line_manager_id",
                "active",
                "covered_by_id",
                "can_audit",
            ],
            staff.Select(member =>
                new[]
                {
                    member.StaffId,
                    member.Name,
                    member.Email,
                    member.EntraId,
                    Codes<StaffRole>.Of(member.Role),
                    member.Team,
                    member.LineManagerId,
                    YesNo(member.Active),
                    member.CoveredById,
                    YesNo(member.CanAudit),
                }
            )
        );

    /// <summary>cases.csv.</summary>
    public static string Cases(IEnumerable<Case> cases) =>
        Write(
            [
                "case_ref",
                "team",
                "case_manager_id",
                "order_type",
                "order_made_on",
                "order_ends_on",
                "closed_on",
                "intervention_level",
                "rosh_level",
                "rosh_level_since",
                "vulnerability_level",
                "vulnerability_level_since",
                "custody_from",
                "custody_released_on",
                "secure_establishment",
                "looked_after",
                "child_in_need",
                "child_protection_plan",
            ],
            cases.Select(one =>
                new[]
                {
                    one.CaseRef,
                    one.Team,
                    one.CaseManagerId,
                    Codes<OrderType>.Of(one.OrderType),
                    IsoDate.Format(one.OrderMadeOn),
                    Day(one.OrderEndsOn),
                    Day(one.ClosedOn),
                    Code(one.InterventionLevel),
                    Code(one.RoshLevel),
                    Day(one.RoshLevelSince),
                    Code(one.VulnerabilityLevel),
                    Day(one.VulnerabilityLevelSince),
                    Day(one.CustodyFrom),
                    Day(one.CustodyReleasedOn),
                    one.SecureEstablishment,
                    Codes<LookedAfter>.Of(one.LookedAfter),
                    YesNo(one.ChildInNeed),
                    YesNo(one.ChildProtectionPlan),
                }
            )
        );

    /// <summary>milestones.csv.</summary>
    public static string Milestones(IEnumerable<Case> cases) =>
        Write(
            ["case_ref", "milestone", "completed_on", "recorded_by_id"],
            cases.SelectMany(one =>
                one.Milestones.Select(milestone =>
                    new[]
                    {
                        one.CaseRef,
                        Codes<MilestoneKind>.Of(milestone.Kind),
                        IsoDate.Format(milestone.CompletedOn),
                        milestone.RecordedById,
                    }
                )
            )
        );

    private static string Write(string[] header, IEnumerable<string?[]> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            foreach (var row in rows.Prepend(header))
            {
                foreach (var field in row)
                {
                    csv.WriteField(field);
                }

                csv.NextRecord();
            }
        }

        return text.ToString();
    }

    private static string YesNo(bool yes) => yes ? "Y" : "N";

    private static string Day(DateOnly? date) => date is { } known ? IsoDate.Format(known) : "";

    private static string Code<T>(T? value)
        where T : struct, Enum => value is { } known ? Codes<T>.Of(known) : "";
}
