using System.Collections.Immutable;
using System.Text.Json;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Audits;

/// <summary>The audit programmes, read from the data files that come with the software and checked as they are read.</summary>
public static class AuditProgrammes
{
    private const string ProgrammeFolder = "Audits/programmes/";
    private const string TemplateFolder = "Audits/templates/";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>All programmes, in ordinal order of their identifiers.</summary>
    /// <exception cref="FormatException">A file is not as it should be; the message names it and all that is wrong.</exception>
    public static ImmutableArray<AuditProgramme> All { get; } =
    [
        .. typeof(AuditProgrammes)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ProgrammeFolder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Read(name, ReadResource(name), TemplateNamed)),
    ];

    /// <summary>The programme with this identifier, or null.</summary>
    public static AuditProgramme? Find(string programmeId) =>
        All.FirstOrDefault(programme =>
            string.Equals(programme.ProgrammeId, programmeId, StringComparison.Ordinal)
        );

    /// <summary>Reads and checks a programme.</summary>
    /// <param name="file">What the file is called, for messages.</param>
    /// <param name="json">Its content.</param>
    /// <param name="template">Finds a template's content by its identifier, or null.</param>
    /// <exception cref="FormatException">It is not as it should be.</exception>
    internal static AuditProgramme Read(string file, string json, Func<string, string?> template)
    {
        var written = Parse<WrittenProgramme>(file, json);
        var problems = new List<string>();
        var templateText = template(written.Template);
        if (templateText is null)
        {
            problems.Add($"there is no template '{written.Template}'");
        }

        Check(written, problems);
        ThrowIfAny(file, problems);
        return written.ToProgramme(ReadTemplate($"{TemplateFolder}{written.Template}.json", templateText!));
    }

    /// <summary>Reads and checks a template.</summary>
    /// <exception cref="FormatException">It is not as it should be.</exception>
    internal static AuditTemplate ReadTemplate(string file, string json)
    {
        var template = Parse<WrittenTemplate>(file, json).ToTemplate();
        var problems = template
            .Questions.GroupBy(question => question.QuestionId, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => $"question '{group.Key}' comes twice")
            .Concat(
                template
                    .Questions.Where(question => question.Weight < 1)
                    .Select(question => $"question '{question.QuestionId}' has a weight below 1")
            )
            .Concat(
                from question in template.Questions
                from reference in question.Record
                where !CaseRecord.IsReference(reference)
                select $"question '{question.QuestionId}' refers to '{reference}', which is not part of the record"
            )
            .ToList();
        if (!template.Questions.Any())
        {
            problems.Add("it has no question");
        }

        ThrowIfAny(file, problems);
        return template;
    }

    private static void Check(WrittenProgramme written, List<string> problems)
    {
        if (written.Version < 1)
        {
            problems.Add("version must be at least 1");
        }

        if (written.ClockLimit is { } limit && !Limit.TryParse(limit, out _))
        {
            problems.Add($"clock_limit '{limit}' is not a limit");
        }

        if (written.SecondTierPercent is < 0 or > 100)
        {
            problems.Add("second_tier_percent must be from 0 to 100");
        }

        if (written.ReauditMonths < 0)
        {
            problems.Add("reaudit_months must not be negative");
        }
    }

    private static T Parse<T>(string file, string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Json)
                ?? throw new FormatException($"{file} is empty.");
        }
        catch (JsonException error)
        {
            throw new FormatException($"{file}: {error.Message}", error);
        }
    }

    private static void ThrowIfAny(string file, List<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new FormatException($"{file}: {string.Join("; ", problems)}.");
        }
    }

    private static string? TemplateNamed(string templateId) =>
        ReadResourceIfAny($"{TemplateFolder}{templateId}.json");

    private static string ReadResource(string name) => ReadResourceIfAny(name)!;

    private static string? ReadResourceIfAny(string name)
    {
        using var stream = typeof(AuditProgrammes).Assembly.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed record WrittenProgramme(
        string ProgrammeId,
        int Version,
        string Title,
        string Purpose,
        string Source,
        FrameKind Frame,
        RoundCalendar Every,
        JsonElement Size,
        StaffRole LedBy,
        int SecondTierPercent,
        string Template,
        string? ClockLimit = null,
        int ReauditMonths = 0
    )
    {
        public AuditProgramme ToProgramme(AuditTemplate template) =>
            new()
            {
                ProgrammeId = ProgrammeId,
                Version = Version,
                Title = Title,
                Purpose = Purpose,
                Source = Source,
                Frame = Frame,
                Every = Every,
                Size =
                    Size.ValueKind == JsonValueKind.Object
                        ? SampleSize.OfPercent(
                            Size.GetProperty("percent").GetDecimal(),
                            Size.GetProperty("min").GetInt32()
                        )
                        : null,
                ClockLimit = ClockLimit is null ? null : Limit.Parse(ClockLimit),
                ReauditMonths = ReauditMonths,
                LedBy = LedBy,
                SecondTierPercent = SecondTierPercent,
                Template = template,
            };
    }

    private sealed record WrittenTemplate(
        string TemplateId,
        int Version,
        string Title,
        WrittenSection[] Sections
    )
    {
        public AuditTemplate ToTemplate() =>
            new(TemplateId, Version, Title, [.. Sections.Select(section => section.ToSection())]);
    }

    private sealed record WrittenSection(string SectionId, string Title, WrittenQuestion[] Questions)
    {
        public AuditSection ToSection() =>
            new(
                SectionId,
                Title,
                [
                    .. Questions.Select(question => new AuditQuestion(
                        question.QuestionId,
                        question.Text,
                        question.LookFor,
                        question.Theme,
                        question.Weight,
                        [.. question.Record ?? []]
                    )),
                ]
            );
    }

    private sealed record WrittenQuestion(
        string QuestionId,
        string Text,
        string LookFor,
        string Theme,
        int Weight,
        string[]? Record = null
    );
}
