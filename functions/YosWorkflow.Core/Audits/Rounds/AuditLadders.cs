using System.Collections.Frozen;
using System.Text.Json;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Core.Audits.Rounds;

/// <summary>The ladders by which audits are chased, one for each kind of duty.</summary>
public sealed class AuditLadders
{
    private const string File = "Audits/Rounds/audit-ladders.json";

    private readonly FrozenDictionary<AuditDutyKind, AuditLadder> byDuty;

    private AuditLadders(IEnumerable<AuditLadder> ladders) =>
        byDuty = ladders.ToFrozenDictionary(ladder => ladder.Duty);

    /// <summary>The ladders that come with the software.</summary>
    /// <exception cref="FormatException">The file is not as it should be.</exception>
    public static AuditLadders Default { get; } = ReadDefault();

    /// <summary>The ladder of a kind of duty.</summary>
    public AuditLadder Of(AuditDutyKind duty) => byDuty[duty];

    /// <summary>Reads ladders.</summary>
    /// <exception cref="FormatException">They are not as they should be; the message names the file and what is wrong.</exception>
    internal static AuditLadders Read(string file, string json)
    {
        var written = AuditProgrammeFile.Parse<WrittenLadder[]>(file, json);
        var problems = written
            .CountBy(ladder => ladder.Duty)
            .Where(count => count.Value > 1)
            .Select(count => $"'{Codes<AuditDutyKind>.Of(count.Key)}' comes twice")
            .Concat(
                Enum.GetValues<AuditDutyKind>()
                    .Except(written.Select(ladder => ladder.Duty))
                    .Select(duty => $"'{Codes<AuditDutyKind>.Of(duty)}' is missing")
            )
            .ToArray();
        AuditProgrammeFile.ThrowIfAny(file, problems);
        return new AuditLadders(written.Select(ladder => ladder.ToLadder(file)));
    }

    private static AuditLadders ReadDefault()
    {
        using var stream = typeof(AuditLadders).Assembly.GetManifestResourceStream(File)!;
        using var reader = new StreamReader(stream);
        return Read(File, reader.ReadToEnd());
    }

    private sealed record WrittenLadder(
        AuditDutyKind Duty,
        ChaseStep BeginsAs,
        LadderAudience[] Begins,
        JsonElement? Ladder = null
    )
    {
        public AuditLadder ToLadder(string file) =>
            new(
                Duty,
                BeginsAs,
                [.. Begins],
                Ladder is { } ladder
                    ? LadderFile.Read($"{file}, {Codes<AuditDutyKind>.Of(Duty)}", ladder.GetRawText())
                    : null
            );
    }
}
