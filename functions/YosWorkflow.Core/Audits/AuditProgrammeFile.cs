using System.Text.Json;
using System.Text.Json.Serialization;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Core.Audits;

/// <summary>Reads a programme as it is written.</summary>
internal static class AuditProgrammeFile
{
    private const string Census = "census";

    /// <summary>How data files of audits are read.</summary>
    internal static JsonSerializerOptions Json { get; } =
        new(JsonSerializerDefaults.Web)
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
        };

    /// <summary>Reads and checks a programme.</summary>
    /// <param name="file">What the file is called, for messages.</param>
    /// <param name="json">Its content.</param>
    /// <param name="template">Finds a template's content by its identifier, or null.</param>
    /// <exception cref="FormatException">It is not as it should be.</exception>
    public static AuditProgramme Read(string file, string json, Func<string, string?> template)
    {
        var written = Parse<WrittenProgramme>(file, json);
        var templateText = template(written.Template);
        ThrowIfAny(
            file,
            [
                .. written.Problems(),
                .. templateText is null
                    ? [$"there is no template '{written.Template}'"]
                    : Array.Empty<string>(),
            ]
        );
        return written.ToProgramme(AuditTemplateFile.Read($"{written.Template}.json", templateText!));
    }

    /// <exception cref="FormatException">It is not of the shape of a <typeparamref name="T"/>.</exception>
    internal static T Parse<T>(string file, string json)
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

    /// <exception cref="FormatException">There is any.</exception>
    internal static void ThrowIfAny(string file, IReadOnlyCollection<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new FormatException($"{file}: {string.Join("; ", problems)}.");
        }
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
        string ReturnLimit,
        string FollowUpLimit,
        string Template,
        string? ClockLimit = null,
        int ReauditMonths = 0,
        AuditTarget[]? Targets = null
    )
    {
        public IEnumerable<string> Problems()
        {
            if (Version < 1)
            {
                yield return "version must be at least 1";
            }

            foreach (var (name, limit) in Limits().Where(limit => !Limit.TryParse(limit.Text, out _)))
            {
                yield return $"{name} '{limit}' is not a limit";
            }

            if (SecondTierPercent is < 0 or > 100)
            {
                yield return "second_tier_percent must be from 0 to 100";
            }

            if (ReauditMonths < 0)
            {
                yield return "reaudit_months must not be negative";
            }

            if (!IsCensus && !TrySize(out _))
            {
                yield return $"size must be \"{Census}\", or a percent above 0 and up to 100 with a min of at least 0";
            }

            foreach (var target in (Targets ?? []).Where(target => !CaseRecord.IsRule(target.RuleId)))
            {
                yield return $"target '{target.TargetId}' is of rule '{target.RuleId}', which no pack has";
            }
        }

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
                Size = TrySize(out var size) ? size : null,
                ClockLimit = ClockLimit is null ? null : Limit.Parse(ClockLimit),
                ReauditMonths = ReauditMonths,
                LedBy = LedBy,
                SecondTierPercent = SecondTierPercent,
                ReturnLimit = Limit.Parse(ReturnLimit),
                FollowUpLimit = Limit.Parse(FollowUpLimit),
                Targets = [.. Targets ?? []],
                Template = template,
            };

        private bool IsCensus => Size.ValueKind == JsonValueKind.String && Size.GetString() == Census;

        private IEnumerable<(string Name, string Text)> Limits() =>
            [
                ("return_limit", ReturnLimit),
                ("follow_up_limit", FollowUpLimit),
                ("clock_limit", ClockLimit ?? ReturnLimit),
            ];

        private bool TrySize(out SampleSize? size)
        {
            size = null;
            if (
                Size.ValueKind == JsonValueKind.Object
                && Size.EnumerateObject().Count() == 2
                && Size.TryGetProperty("percent", out var percent)
                && percent.TryGetDecimal(out var share)
                && share is > 0 and <= 100
                && Size.TryGetProperty("min", out var min)
                && min.TryGetInt32(out var least)
                && least >= 0
            )
            {
                size = SampleSize.OfPercent(share, least);
            }

            return size is not null;
        }
    }
}
