using YosWorkflow.Core;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Services.Import;

/// <summary>A row of cases.csv that was understood. The case has no milestones.</summary>
internal sealed record CaseRow(int Line, Case Case);

/// <summary>Reads cases.csv.</summary>
internal static class CaseRows
{
    public static FileRows<CaseRow> Read(byte[]? content, ProblemLog problems)
    {
        var seen = new FirstLines("case_ref");
        return FileRows<CaseRow>.Of(CaseloadFile.Cases, content, problems, fields => ReadRow(fields, seen));
    }

    /// <summary>
    /// A case as a file has it, over what is known of it. Of columns that the file lacks it says nothing, and what is known stays:
    /// an export without the closing dates opens no closed case.
    /// </summary>
    public static Case Over(Case known, Case read, IReadOnlySet<string> columns)
    {
        T Said<T>(string column, T there, T before) => columns.Contains(column) ? there : before;
        return read with
        {
            OrderEndsOn = Said("order_ends_on", read.OrderEndsOn, known.OrderEndsOn),
            ClosedOn = Said("closed_on", read.ClosedOn, known.ClosedOn),
            InterventionLevel = Said("intervention_level", read.InterventionLevel, known.InterventionLevel),
            RoshLevel = Said("rosh_level", read.RoshLevel, known.RoshLevel),
            RoshLevelSince = Said("rosh_level_since", read.RoshLevelSince, known.RoshLevelSince),
            VulnerabilityLevel = Said(
                "vulnerability_level",
                read.VulnerabilityLevel,
                known.VulnerabilityLevel
            ),
            VulnerabilityLevelSince = Said(
                "vulnerability_level_since",
                read.VulnerabilityLevelSince,
                known.VulnerabilityLevelSince
            ),
            CustodyFrom = Said("custody_from", read.CustodyFrom, known.CustodyFrom),
            CustodyReleasedOn = Said("custody_released_on", read.CustodyReleasedOn, known.CustodyReleasedOn),
            SecureEstablishment = Said(
                "secure_establishment",
                read.SecureEstablishment,
                known.SecureEstablishment
            ),
            LookedAfter = Said("looked_after", read.LookedAfter, known.LookedAfter),
            ChildInNeed = Said("child_in_need", read.ChildInNeed, known.ChildInNeed),
            ChildProtectionPlan = Said(
                "child_protection_plan",
                read.ChildProtectionPlan,
                known.ChildProtectionPlan
            ),
        };
    }

    private static CaseRow? ReadRow(RowFields fields, FirstLines seen)
    {
        var caseRef = fields.Id("case_ref");
        var team = fields.Id("team");
        var manager = fields.Id("case_manager_id");
        var orderType = fields.Code<OrderType>("order_type");
        var madeOn = fields.Day("order_made_on");
        var rest = ReadOptional(fields);
        RejectBefore(fields, "order_ends_on", rest.OrderEndsOn, madeOn, "the order was made");
        RejectBefore(fields, "closed_on", rest.ClosedOn, madeOn, "the order was made");
        RejectBefore(
            fields,
            "custody_released_on",
            rest.CustodyReleasedOn,
            rest.CustodyFrom,
            "custody began"
        );
        seen.RejectRepeated(fields, caseRef);
        return fields.HasFault
            ? null
            : new CaseRow(
                fields.Line,
                rest with
                {
                    CaseRef = caseRef!,
                    Team = team!,
                    CaseManagerId = manager!,
                    OrderType = orderType!.Value,
                    OrderMadeOn = madeOn!.Value,
                }
            );
    }

    private static Case ReadOptional(RowFields fields) =>
        new()
        {
            CaseRef = "",
            Team = "",
            CaseManagerId = "",
            OrderType = default,
            OrderMadeOn = default,
            OrderEndsOn = fields.Day("order_ends_on"),
            ClosedOn = fields.Day("closed_on"),
            InterventionLevel = fields.Code<InterventionLevel>("intervention_level"),
            RoshLevel = fields.Code<RiskLevel>("rosh_level"),
            RoshLevelSince = fields.Day("rosh_level_since"),
            VulnerabilityLevel = fields.Code<RiskLevel>("vulnerability_level"),
            VulnerabilityLevelSince = fields.Day("vulnerability_level_since"),
            CustodyFrom = fields.Day("custody_from"),
            CustodyReleasedOn = fields.Day("custody_released_on"),
            SecureEstablishment = fields.Text("secure_establishment"),
            LookedAfter = fields.Code<LookedAfter>("looked_after") ?? LookedAfter.None,
            ChildInNeed = fields.Flag("child_in_need") ?? false,
            ChildProtectionPlan = fields.Flag("child_protection_plan") ?? false,
        };

    private static void RejectBefore(
        RowFields fields,
        string column,
        DateOnly? day,
        DateOnly? earliest,
        string what
    )
    {
        if (day < earliest)
        {
            fields.Reject(column, $"is before {what} on {IsoDate.Format(earliest.Value)}");
        }
    }
}
