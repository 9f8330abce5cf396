using System.Collections.Immutable;

namespace YosWorkflow.Core.Audits;

/// <summary>The audit programmes, read from the data files that come with the software and checked as they are read.</summary>
public static class AuditProgrammes
{
    private const string ProgrammeFolder = "Audits/programmes/";
    private const string TemplateFolder = "Audits/templates/";
    private const string Ending = ".json";

    /// <summary>All programmes, in ordinal order of their identifiers.</summary>
    /// <exception cref="FormatException">A file is not as it should be; the message names it and all that is wrong.</exception>
    public static ImmutableArray<AuditProgramme> All { get; } =
    [
        .. typeof(AuditProgrammes)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ProgrammeFolder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => AuditProgrammeFile.Read(name, TextOf(name)!, TemplateText)),
    ];

    /// <summary>The programme with this identifier, or null.</summary>
    public static AuditProgramme? Find(string programmeId) =>
        All.FirstOrDefault(programme =>
            string.Equals(programme.ProgrammeId, programmeId, StringComparison.Ordinal)
        );

    /// <summary>A programme and its template as they are written, for a round to keep.</summary>
    /// <exception cref="ArgumentException">There is no such programme.</exception>
    public static ProgrammeText TextFor(string programmeId) =>
        Find(programmeId) is { } programme && TextOf($"{ProgrammeFolder}{programmeId}{Ending}") is { } text
            ? new ProgrammeText(text, TemplateText(programme.Template.TemplateId)!)
            : throw new ArgumentException($"There is no programme '{programmeId}'.", nameof(programmeId));

    /// <summary>Reads what a round has kept.</summary>
    /// <exception cref="FormatException">It is not as it should be.</exception>
    public static AuditProgramme Read(ProgrammeText kept) =>
        AuditProgrammeFile.Read("the programme kept with the round", kept.Programme, _ => kept.Template);

    private static string? TemplateText(string templateId) => TextOf($"{TemplateFolder}{templateId}{Ending}");

    private static string? TextOf(string name)
    {
        using var stream = typeof(AuditProgrammes).Assembly.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>A programme as it is written.</summary>
/// <param name="Programme">The programme's file.</param>
/// <param name="Template">Its template's file.</param>
public sealed record ProgrammeText(string Programme, string Template);
