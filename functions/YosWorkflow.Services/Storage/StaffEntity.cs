using Azure.Data.Tables;
using YosWorkflow.Core;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Services.Storage;

/// <summary>A member of staff as an entity: partition <c>staff</c>, row = staff id.</summary>
internal static class StaffEntity
{
    public const string Partition = "staff";

    public static TableEntity Write(StaffMember member)
    {
        var entity = SchemaVersion.Stamp(new TableEntity(Partition, member.StaffId));
        entity[nameof(StaffMember.Name)] = member.Name;
        entity[nameof(StaffMember.Email)] = member.Email;
        entity[nameof(StaffMember.EntraId)] = member.EntraId;
        entity[nameof(StaffMember.Role)] = Codes<StaffRole>.Of(member.Role);
        entity[nameof(StaffMember.Team)] = member.Team;
        entity[nameof(StaffMember.LineManagerId)] = member.LineManagerId;
        entity[nameof(StaffMember.Active)] = member.Active;
        entity[nameof(StaffMember.CoveredById)] = member.CoveredById;
        entity[nameof(StaffMember.CanAudit)] = member.CanAudit;
        return entity;
    }

    /// <exception cref="UnknownSchemaException">It was written by another version of the software.</exception>
    public static StaffMember Read(TableEntity entity)
    {
        _ = SchemaVersion.Of(entity);
        return new(
            entity.RowKey,
            entity.GetString(nameof(StaffMember.Name)),
            entity.GetString(nameof(StaffMember.Email)),
            entity.GetString(nameof(StaffMember.EntraId)),
            Codes<StaffRole>.Read(entity.GetString(nameof(StaffMember.Role))),
            entity.GetString(nameof(StaffMember.Team)),
            entity.GetString(nameof(StaffMember.LineManagerId)),
            entity.GetBoolean(nameof(StaffMember.Active)) ?? true,
            entity.GetString(nameof(StaffMember.CoveredById)),
            entity.GetBoolean(nameof(StaffMember.CanAudit)) ?? false
        );
    }
}
