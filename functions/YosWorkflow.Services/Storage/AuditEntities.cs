using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;

namespace YosWorkflow.Services.Storage;

/// <summary>Rounds and what belongs to them as entities.</summary>
internal static class AuditEntities
{
    private const string State = nameof(State);
    private const string Facts = nameof(Facts);
    private const string Programme = nameof(Programme);
    private const string Template = nameof(Template);
    private const string Packed = nameof(Packed);
    private const string Held = nameof(Held);

    /// <summary>The most characters of a frame in an entity, before they are compressed.</summary>
    private const int FrameCharacters = 900_000;

    public static TableEntity Write(AuditRound round, ProgrammeText text)
    {
        var entity = Facted(round);
        SplitText.Write(entity, Programme, text.Programme);
        SplitText.Write(entity, Template, text.Template);
        return entity;
    }

    /// <summary>The round's facts alone, to be merged into its entity: its programme never changes.</summary>
    public static TableEntity Facted(AuditRound round)
    {
        var entity = New(round.Id, AuditRow.Round);
        entity[State] = Codes<RoundState>.Of(round.State);
        SplitText.Write(entity, Facts, StorageJson.Write(RoundFacts.Of(round)));
        return entity;
    }

    public static AuditRound ReadRound(TableEntity entity)
    {
        _ = SchemaVersion.Of(entity);
        var text = new ProgrammeText(SplitText.Read(entity, Programme), SplitText.Read(entity, Template));
        return StorageJson
            .Read<RoundFacts>(SplitText.Read(entity, Facts))!
            .ToRound(AuditRow.ToRound(entity.PartitionKey), KeptProgrammes.Read(text));
    }

    /// <summary>Where the round of an entity is.</summary>
    public static RoundState StateOf(TableEntity entity) => Codes<RoundState>.Read(entity.GetString(State));

    /// <summary>Anything that is kept as one text.</summary>
    public static TableEntity Write<T>(RoundId round, string row, T value)
    {
        var entity = New(round, row);
        SplitText.Write(entity, Held, StorageJson.Write(value));
        return entity;
    }

    public static T Read<T>(TableEntity entity)
    {
        _ = SchemaVersion.Of(entity);
        return StorageJson.Read<T>(SplitText.Read(entity, Held))!;
    }

    /// <summary>Something large that is written once, compressed.</summary>
    public static TableEntity Pack<T>(RoundId round, string row, T value) =>
        Pack(round, row, StorageJson.Write(value));

    public static T Unpack<T>(TableEntity entity) => StorageJson.Read<T>(UnpackText(entity))!;

    /// <summary>A frame: a case a line with its stratum, in as many entities as it takes.</summary>
    public static IEnumerable<TableEntity> WriteFrame(
        RoundId round,
        string frameHash,
        IReadOnlyList<FrameCase> frame
    )
    {
        var text = new StringBuilder();
        var part = 0;
        foreach (var item in frame)
        {
            text.Append(item.CaseRef).Append(StorageKey.Separator).Append(item.Stratum).Append('\n');
            if (text.Length > FrameCharacters)
            {
                yield return Pack(round, FrameRow(frameHash, part++), text.ToString());
                text.Clear();
            }
        }

        if (text.Length > 0)
        {
            yield return Pack(round, FrameRow(frameHash, part), text.ToString());
        }
    }

    public static IEnumerable<FrameCase> ReadFrame(TableEntity entity) =>
        UnpackText(entity)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(StorageKey.Separator))
            .Select(parts => new FrameCase(parts[0], parts[1]));

    public static TableEntity New(RoundId round, string row) =>
        SchemaVersion.Stamp(new TableEntity(AuditRow.Partition(round), row));

    private static string FrameRow(string frameHash, int part) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{AuditRow.FramePrefix}{frameHash}|{part:0000}"
        );

    private static TableEntity Pack(RoundId round, string row, string text)
    {
        using var bytes = new MemoryStream();
        using (var zipped = new GZipStream(bytes, CompressionLevel.Optimal))
        {
            zipped.Write(Encoding.UTF8.GetBytes(text));
        }

        var entity = New(round, row);
        LongBytes.Write(entity, Packed, bytes.ToArray());
        return entity;
    }

    /// <summary>Whether something is compressed in it.</summary>
    public static bool IsPacked(TableEntity entity) => LongBytes.Read(entity, Packed).Length > 0;

    /// <summary>What is compressed in it.</summary>
    public static string UnpackText(TableEntity entity)
    {
        _ = SchemaVersion.Of(entity);
        using var bytes = new MemoryStream(LongBytes.Read(entity, Packed));
        using var unzipped = new GZipStream(bytes, CompressionMode.Decompress);
        using var reader = new StreamReader(unzipped, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private sealed record RoundFacts(
        RoundDates Dates,
        string Asked,
        string Seed,
        int FrameSize,
        string FrameHash,
        ImmutableArray<Stratum> Strata,
        DateTimeOffset DrawnAt,
        RoundState State,
        DateOnly? ClosedOn,
        ImmutableArray<MissingItem> Missing
    )
    {
        public static RoundFacts Of(AuditRound round) =>
            new(
                round.Dates,
                round.Asked,
                round.Seed,
                round.FrameSize,
                round.FrameHash,
                round.Strata,
                round.DrawnAt,
                round.State,
                round.ClosedOn,
                round.Missing
            );

        public AuditRound ToRound(RoundId id, AuditProgramme programme) =>
            new()
            {
                Id = id,
                Programme = programme,
                Dates = Dates,
                Asked = Asked,
                Seed = Seed,
                FrameSize = FrameSize,
                FrameHash = FrameHash,
                Strata = Strata,
                DrawnAt = DrawnAt,
                State = State,
                ClosedOn = ClosedOn,
                Missing = Missing,
            };
    }
}
