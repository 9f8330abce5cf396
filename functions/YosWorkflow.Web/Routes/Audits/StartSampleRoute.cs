using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using YosWorkflow.Core;
using YosWorkflow.Core.Audits;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Services.Chasing;
using YosWorkflow.Web.Problems;
using YosWorkflow.Web.Reading;
using YosWorkflow.Web.Rendering;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Web.Routes.Audits;

/// <summary>
/// Draws a month's sample by hand: of <c>programme</c> and <c>month</c>, with <c>size</c>, or <c>percent</c> and <c>min</c>, else as
/// the programme says; with a <c>seed</c>, else a fresh one; as of <c>asOf</c>, else of today; with <c>highRiskWeight</c> and
/// <c>lookedAfterWeight</c> if such cases are to count more. The answer leads to where the round can be seen.
/// </summary>
public sealed class StartSampleRoute(ServiceRules rules, Site site, TimeProvider clock) : IRouteHandler
{
    private const int LongestId = 100;
    private const string Size = "size";
    private const string Percent = "percent";
    private const string Min = "min";
    private const string HighRiskWeight = "highRiskWeight";
    private const string LookedAfterWeight = "lookedAfterWeight";

    private static readonly string[] Numbers = [Size, Percent, Min, HighRiskWeight, LookedAfterWeight];
    private static readonly string[] Known = ["programme", "month", "seed", "asOf", .. Numbers];

    /// <inheritdoc/>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (fields, unreadable) = await JsonBody.ReadAsync(request, Known, cancellationToken, Numbers);
        if (fields is null)
        {
            return unreadable!;
        }

        var (sample, refusal) = Read(fields);
        if (sample is null)
        {
            return refusal!;
        }

        var context = request.HttpContext;
        var starter =
            context.Features.Get<IAuditStarter>()
            ?? context.RequestServices.GetRequiredService<IAuditStarter>();
        return AnswerTo(
            sample,
            await starter.StartAsync(sample, request, cancellationToken),
            context.Response
        );
    }

    private static IResult AnswerTo(SampleRequest sample, AuditStart start, HttpResponse response)
    {
        if (start is AuditStart.Refused refused)
        {
            return AuditAnswers.To(refused.Refusal);
        }

        var started = (AuditStart.Started)start;
        response.Headers.Location = started.StatusUrl;
        return ApiJson.Result(
            new StartedSampleAnswer(
                sample.Round.ProgrammeId,
                IsoMonth.Format(sample.Round.Month),
                started.StatusUrl,
                started.Notes
            ),
            StatusCodes.Status202Accepted
        );
    }

    private (SampleRequest? Sample, IResult? Refusal) Read(RequestFields fields)
    {
        var programmeId = fields.RequiredText("programme", LongestId);
        if (programmeId.Length > 0 && AuditProgrammes.Find(programmeId) is null)
        {
            fields.Refuse("programme", AuditAddress.UnknownProgramme(programmeId));
        }

        var month = MonthIn(fields);
        var size = SizeIn(fields);
        var seed = fields.Text("seed", SampleRequest.LongestSeed);
        var asOf = fields.Date("asOf");
        var weights = new SampleWeights(
            fields.WholeNumber(HighRiskWeight, 1, SampleWeights.Most) ?? 1,
            fields.WholeNumber(LookedAfterWeight, 1, SampleWeights.Most) ?? 1
        );
        if (fields.Errors.Count > 0)
        {
            return (null, fields.Refusal());
        }

        // Where the bank holidays are not known, this throws: it is refused here, and not in the middle of a round.
        var usual = SampleRequest.UsualDay(month, site.Today(clock), rules.Calendar);
        return (asOf ?? usual) is { } day
            ? (
                new SampleRequest(new RoundId(programmeId, month), day)
                {
                    Size = size,
                    Seed = seed,
                    Weights = weights,
                },
                null
            )
            : (
                null,
                Problem.Result(
                    ProblemKind.CannotBeDone,
                    $"{IsoMonth.Format(month)} has not begun, so there is no caseload to draw from."
                )
            );
    }

    private static DateOnly MonthIn(RequestFields fields)
    {
        var text = fields.RequiredText("month", LongestId);
        if (!IsoMonth.TryParse(text, out var month) && text.Length > 0)
        {
            fields.Refuse("month", $"'{text}' is not a month as yyyy-MM.");
        }

        return month;
    }

    private static SampleSize? SizeIn(RequestFields fields)
    {
        var size = fields.WholeNumber(Size, 1, int.MaxValue);
        var percent = fields.Percent(Percent);
        var min = fields.WholeNumber(Min, 0, int.MaxValue);
        if (size is not null && (percent ?? min) is not null)
        {
            fields.Refuse(Size, "Give a size or a percentage, not both.");
        }
        else if (min is not null && percent is null)
        {
            fields.Refuse(Min, "A minimum goes with a percentage.");
        }

        return size is { } number ? SampleSize.Of(number)
            : percent is { } share ? SampleSize.OfPercent(share, min ?? 0)
            : null;
    }
}

/// <summary>A round that was started.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Month">The month, as <c>yyyy-MM</c>.</param>
/// <param name="StatusUrl">Where it can be seen, as in the Location header.</param>
/// <param name="Notes">What whoever asked should know of it.</param>
internal sealed record StartedSampleAnswer(
    string Programme,
    string Month,
    string StatusUrl,
    IReadOnlyList<string> Notes
);
