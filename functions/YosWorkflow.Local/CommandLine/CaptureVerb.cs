using System.CommandLine;
using System.Globalization;
using Microsoft.AspNetCore.Connections;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Local.Capture;
using YosWorkflow.Web.Pages.Sent;

namespace YosWorkflow.Local.CommandLine;

/// <summary>
/// <c>capture</c>: the capture server alone, for an app that has none of its own, such as the Functions app under Core Tools. What it
/// takes is listed, a line each, and shown by <c>serve</c> in the same directory.
/// </summary>
internal static class CaptureVerb
{
    /// <summary>The port that local.settings.sample.json names.</summary>
    public const int UsualPort = 7072;

    public static Command Create(LocalContext context)
    {
        var port = new Option<int>("--port")
        {
            Description = "On which port of this machine",
            HelpName = "PORT",
            DefaultValueFactory = _ => UsualPort,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (
                    !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    || number is < 1 or > ushort.MaxValue
                )
                {
                    result.AddError($"'{text}' is not a port: a number from 1 to 65535.");
                }

                return number;
            },
        };
        var verb = new Command(
            "capture",
            "Take messages in SendGrid's and Microsoft Graph's place, and list them"
        )
        {
            port,
        };
        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                using var captured = CapturedFiles.Below(context);
                await using var server = await StartAsync(
                    captured,
                    parsed.GetValue(port),
                    context,
                    cancellationToken
                );
                await context.Output.WriteLineAsync(
                    $"YosWorkflow captures on {server.Address.AbsoluteUri.TrimEnd('/')}"
                );
                await Task.Delay(Timeout.Infinite, cancellationToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return ExitCode.Done;
            }
        );
        return verb;
    }

    private static async Task<CaptureServer> StartAsync(
        CapturedFiles captured,
        int port,
        LocalContext context,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await CaptureServer.StartAsync(
                captured,
                context.Clock,
                cancellationToken,
                new CaptureAt(port, request => context.Output.WriteLine(LineOf(CapturedMessages.Of(request))))
            );
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new VerbFailedException(
                $"Port {port.ToString(CultureInfo.InvariantCulture)} is in use: end what listens there, or choose another with --port "
                    + "and name it in SendGrid__BaseUrl and Graph__BaseUrl.",
                exception
            );
        }
    }

    private static string LineOf(CapturedMessage message)
    {
        var time = message.At.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var way = message.Channel == Channel.Email ? "email" : "Teams";
        return $"{time} {way} to {message.Address}: {message.Subject.ReplaceLineEndings(" ")}";
    }
}
