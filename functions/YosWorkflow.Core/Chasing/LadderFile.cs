using System.Text.Json;
using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Chasing;

/// <summary>Reads a ladder as it is written.</summary>
internal static class LadderFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static Ladder ReadDefault()
    {
        using var stream = typeof(LadderFile).Assembly.GetManifestResourceStream("Chasing/ladder.json")!;
        using var reader = new StreamReader(stream);
        return Read("Chasing/ladder.json", reader.ReadToEnd());
    }

    /// <summary>Reads a ladder.</summary>
    /// <exception cref="FormatException">It is not as it should be; the message names the file and all that is wrong.</exception>
    public static Ladder Read(string file, string json)
    {
        WrittenLadder written;
        try
        {
            written =
                JsonSerializer.Deserialize<WrittenLadder>(json, Json)
                ?? throw new FormatException($"{file}: there is nothing in it.");
        }
        catch (JsonException error)
        {
            throw new FormatException($"{file}: {error.Message}", error);
        }

        var problems = written.Problems().ToArray();
        return problems.Length == 0
            ? new Ladder(written.LadderId, written.Version, [.. written.Steps.Select(step => step.ToStep())])
            : throw new FormatException($"{file}: {string.Join("; ", problems)}.");
    }

    private sealed record WrittenLadder(string LadderId, int Version, WrittenStep[] Steps)
    {
        public IEnumerable<string> Problems()
        {
            if (Steps.Length == 0)
            {
                yield return "it has no step";
            }

            for (var index = 1; index < Steps.Length; index++)
            {
                if (Steps[index].Step <= Steps[index - 1].Step)
                {
                    yield return $"step '{Codes<ChaseStep>.Of(Steps[index].Step)}' comes twice or out of order";
                }
            }

            foreach (var step in Steps.Where(step => step.Every is < 1))
            {
                yield return $"step '{Codes<ChaseStep>.Of(step.Step)}' repeats every {step.Every} working days";
            }

            foreach (var step in Steps.Where(step => step.AllTells.Any(told => told.By.Length == 0)))
            {
                yield return $"step '{Codes<ChaseStep>.Of(step.Step)}' tells somebody by no way";
            }

            foreach (var step in Steps.Where(step => !step.AllTells.Any()))
            {
                yield return $"step '{Codes<ChaseStep>.Of(step.Step)}' tells nobody";
            }
        }
    }

    private sealed record WrittenStep(
        ChaseStep Step,
        int At,
        WrittenAudience[] Tells,
        int? Every = null,
        WrittenHighRisk? HighRisk = null
    )
    {
        [JsonIgnore]
        public IEnumerable<WrittenAudience> AllTells => Tells.Concat(HighRisk?.Tells ?? []);

        public LadderStep ToStep() =>
            new(
                Step,
                At,
                Every,
                [.. Tells.Select(told => told.ToAudience())],
                HighRisk?.At,
                [.. (HighRisk?.Tells ?? []).Select(told => told.ToAudience())]
            );
    }

    private sealed record WrittenHighRisk(int? At = null, WrittenAudience[]? Tells = null);

    private sealed record WrittenAudience(Audience Audience, Channel[] By)
    {
        public LadderAudience ToAudience() => new(Audience, [.. By]);
    }
}
