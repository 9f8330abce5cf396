using Azure.Data.Tables;
using YosWorkflow.Core;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Services.Storage;

/// <summary>A case as an entity: partition = team, row = case reference.</summary>
internal static class CaseEntity
{
    /// <summary>The last day on which anything of the case can be open, so that the server can leave out the rest.</summary>
    public const string OpenThrough = nameof(Case.OpenThrough);

    /// <summary>The team that the case is coming from, while it is moving; see <see cref="CaseMoves"/>.</summary>
    public const string MovedFrom = nameof(MovedFrom);

    private const string Facts = nameof(Facts);
    private const string Milestones = nameof(Milestones);

    /// <summary>What a reader needs; the rest is not fetched.</summary>
    public static readonly string[] Columns =
    [
        nameof(TableEntity.RowKey),
        SchemaVersion.Property,
        Facts,
        Milestones,
        MovedFrom,
    ];

    /// <exception cref="ArgumentException">The case has more milestones than an entity can hold.</exception>
    public static TableEntity Write(Case written, string? movedFrom = null)
    {
        var entity = SchemaVersion.Stamp(new TableEntity(written.Team, written.CaseRef));
        entity[OpenThrough] = IsoDate.Format(written.OpenThrough);
        entity[Facts] = CasePacking.Pack(written);
        entity[Milestones] =
            MilestonePacking.Pack(written.Milestones)
            ?? throw new ArgumentException(
                "The case has more milestones than an entity can hold.",
                nameof(written)
            );
        if (movedFrom is not null)
        {
            entity[MovedFrom] = movedFrom;
        }

        return entity;
    }

    /// <exception cref="UnknownSchemaException">It was written by another version of the software.</exception>
    /// <exception cref="FormatException">It does not hold a case.</exception>
    public static StoredCase Read(string team, TableEntity entity, StringPool pool)
    {
        _ = SchemaVersion.Of(entity);
        var milestones = MilestonePacking.Unpack(entity.GetString(Milestones), pool);
        var read = CasePacking.Unpack(team, entity.RowKey, entity.GetString(Facts), milestones, pool);
        return new(read, entity.GetString(MovedFrom), entity.ETag);
    }
}
