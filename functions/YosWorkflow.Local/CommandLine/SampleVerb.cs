using System.CommandLine;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits;
using YosWorkflow.Local.Output;
using YosWorkflow.Local.Settings;
using YosWorkflow.Services.Auditing;
using YosWorkflow.Services.Settings;

namespace YosWorkflow.Local.CommandLine;

/// <summary><c>sample</c>: draws a month's audit sample, or checks one that was published.</summary>
internal static class SampleVerb
{
    public static Command Create(LocalContext context)
    {
        var options = new SampleOptions();
        var verb = new Command(
            "sample",
            "Draw a month's audit sample and allocate it. The same month drawn again is the first draw"
        );
        foreach (var option in options.All)
        {
            verb.Options.Add(option);
        }

        verb.Validators.Add(options.Check);
        verb.SetAction(
            (parsed, cancellationToken) =>
                parsed.GetValue(options.Verify) is { } file
                    ? VerifyAsync(file, options.IsJson(parsed), context, cancellationToken)
                    : DrawAsync(parsed, options, context, cancellationToken)
        );
        return verb;
    }

    private static async Task<int> DrawAsync(
        ParseResult parsed,
        SampleOptions options,
        LocalContext context,
        CancellationToken cancellationToken
    )
    {
        await using var ground = await LocalGround.OpenAsync(context, sends: false, cancellationToken);
        await using var services = await ground.ServicesAsync(cancellationToken);
        var request = options.Request(parsed, AsOf(parsed, options, ground.Settings, context.Clock));
        var isDry = parsed.GetValue(options.DryRun);
        var outcome = await services
            .GetRequiredService<SampleRound>()
            .ExecuteAsync(request, isDry, cancellationToken);
        if (outcome is AuditOutcome<SampledRound>.Refused refused)
        {
            throw new VerbFailedException(refused.Refusal.Reason);
        }

        var sampled = ((AuditOutcome<SampledRound>.Done)outcome).Value;
        foreach (var note in sampled.Notes)
        {
            await context.Error.WriteLineAsync(note);
        }

        var report =
            parsed.GetValue(options.Frame) && !isDry
                ? await services
                    .GetRequiredService<ReadRound>()
                    .PublishAsync(request.Round, cancellationToken)
                : sampled.Report;
        if (options.IsJson(parsed))
        {
            SnakeJson.Write(report, context.Output);
        }
        else
        {
            SampleText.Write(sampled, isDry, context);
        }

        return ExitCode.Done;
    }

    private static DateOnly AsOf(
        ParseResult parsed,
        SampleOptions options,
        YosSettings settings,
        TimeProvider clock
    )
    {
        if (parsed.GetValue(options.AsOf) is { } given)
        {
            return given;
        }

        var month = parsed.GetValue(options.Month);
        var today = DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTime(clock.GetUtcNow(), settings.TimeZone).DateTime
        );
        return SampleRequest.UsualDay(month, today, settings.Rules.Calendar)
            ?? throw new VerbFailedException(
                $"{IsoMonth.Format(month)} has not begun, so there is no caseload to draw from. --as-of can name a day."
            );
    }

    private static async Task<int> VerifyAsync(
        string file,
        bool isJson,
        LocalContext context,
        CancellationToken cancellationToken
    )
    {
        var published = Read(file, context);
        var check = VerifyDraw.Alone(published) ?? await CheckAsync(published, context, cancellationToken);
        if (isJson)
        {
            SnakeJson.Write(check, context.Output);
        }
        else
        {
            SampleText.Write(published, check, context.Output);
        }

        return check.Holds ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<CheckedDraw> CheckAsync(
        SampleReport published,
        LocalContext context,
        CancellationToken cancellationToken
    )
    {
        await using var ground = await LocalGround.OpenAsync(context, sends: false, cancellationToken);
        await using var services = await ground.ServicesAsync(cancellationToken);
        try
        {
            return await services.GetRequiredService<VerifyDraw>().ExecuteAsync(published, cancellationToken);
        }
        catch (FormatException wrong)
        {
            throw new VerbFailedException(wrong.Message, wrong);
        }
    }

    private static SampleReport Read(string file, LocalContext context)
    {
        try
        {
            return SampleReport.Read(File.ReadAllText(Path.Combine(context.Directory, file)));
        }
        catch (FormatException wrong)
        {
            throw new VerbFailedException($"{file} is not a published sample: {wrong.Message}", wrong);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new VerbFailedException($"{file} can't be read: {exception.Message}", exception);
        }
    }
}
