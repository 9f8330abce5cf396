using System.Collections.Immutable;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Standards;
using YosWorkflow.Services.Import;
using YosWorkflow.Services.Import.Csv;

namespace YosWorkflow.Services.Settings;

/// <summary>
/// The data files by which the service works and which councils change: packs, ladders, programmes, bank holidays. They are part of
/// the program, so that one that is wrong is wrong from the start, and is to be found then and not on the morning it is needed.
/// </summary>
public static class DataFiles
{
    /// <summary>Each kind of file, with what reads all of that kind. What was read once stays.</summary>
    internal static ImmutableArray<DataFile> All { get; } =
    [
        new("Calendar/bank-holidays-england-and-wales.json", () => _ = WorkingDayCalendar.EnglandAndWales),
        .. StandardsPacks.Ids.Select(pack => new DataFile(
            $"Standards/packs/{pack}.json",
            () => _ = StandardsPacks.Load(pack)
        )),
        new("Chasing/ladder.json", () => _ = Ladder.Default),
        // With the templates that they name.
        new("Audits/programmes/", () => _ = AuditProgrammes.All),
        new("Audits/Rounds/audit-ladders.json", () => _ = AuditLadders.Default),
        new("Import/columns.json", () => _ = FileColumns.Of(CaseloadFile.Staff)),
    ];

    private static readonly Lazy<ImmutableArray<string>> Problems = new(() => ProblemsOf(All));

    /// <summary>Reads them all. The first time it takes some milliseconds, and none after that.</summary>
    /// <exception cref="DataFilesException">Some are not as they should be; it names them all.</exception>
    public static void Check()
    {
        if (!Problems.Value.IsEmpty)
        {
            throw new DataFilesException(Problems.Value);
        }
    }

    /// <summary>What is wrong with files, a sentence for each that can't be read.</summary>
    internal static ImmutableArray<string> ProblemsOf(IEnumerable<DataFile> files) =>
        [.. files.Select(ProblemOf).OfType<string>()];

    private static string? ProblemOf(DataFile file)
    {
        try
        {
            file.Read();
            return null;
        }
        catch (Exception exception)
        {
            // What fails in making a type fails again by another name, with the cause inside.
            var cause = exception;
            while (cause is TypeInitializationException { InnerException: { } inner })
            {
                cause = inner;
            }

            return cause.Message.Contains(".json", StringComparison.Ordinal)
                ? cause.Message
                : $"{file.Name}: {cause.Message}";
        }
    }
}

/// <summary>A data file, or a folder of them.</summary>
/// <param name="Name">Its name, or how the names of the folder's files begin.</param>
/// <param name="Read">Reads it, and throws if it is not as it should be.</param>
internal sealed record DataFile(string Name, Action Read);

/// <summary>Data files that are not as they should be, all of them at once.</summary>
public sealed class DataFilesException(ImmutableArray<string> problems)
    : Exception("The data files can't be used: " + string.Join(" ", problems))
{
    /// <summary>What is wrong, a line each that begins with the file's name.</summary>
    public ImmutableArray<string> Problems { get; } = problems;
}
