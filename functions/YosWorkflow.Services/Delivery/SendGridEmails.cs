using System.Text.Json;
using SendGrid;
using SendGrid.Helpers.Mail;
using YosWorkflow.Services.Settings;

namespace YosWorkflow.Services.Delivery;

/// <summary>Sends emails through SendGrid's Mail Send, by its own client.</summary>
public sealed class SendGridEmails : IEmailSender, IDisposable
{
    /// <summary>The custom argument with the digest's key, by which delivery events find the digest again.</summary>
    public const string DigestArgument = "digest";

    /// <summary>The custom argument that a message has if it may have reached the person before.</summary>
    public const string DoubledArgument = "may_be_doubled";

    /// <summary>The category of digests.</summary>
    public const string Category = "digest";

    private const string Provider = "SendGrid";

    private readonly DeliverySettings settings;
    private readonly LetterHead head;
    private readonly TimeProvider clock;
    private readonly HttpClient http;
    private readonly Lazy<SendGridClient> client;

    /// <summary>Sends by settings.</summary>
    /// <param name="settings">The key, the sender's address, the region, and another address of SendGrid's if there is one.</param>
    /// <param name="head">Whose name stands beside the sender's address.</param>
    /// <param name="clock">The time, which dates in answers are held against.</param>
    /// <param name="patience">For how long an answer is waited for; 30 seconds by default.</param>
    public SendGridEmails(
        DeliverySettings settings,
        LetterHead head,
        TimeProvider clock,
        TimeSpan? patience = null
    )
    {
        (this.settings, this.head, this.clock) = (settings, head, clock);
        http = OneTry.Client(Provider, patience ?? OneTry.Patience);
        client = new Lazy<SendGridClient>(() => new SendGridClient(http, Options()));
    }

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OutgoingEmail email, CancellationToken cancellationToken)
    {
        try
        {
            var response = await client.Value.SendEmailAsync(MessageOf(email), cancellationToken);
            var answer = new ProviderAnswer(
                Provider,
                (int)response.StatusCode,
                name => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null,
                await ProviderAnswer.TextOfAsync(response.Body, cancellationToken)
            );
            return OutcomeOf(answer, email.Address);
        }
        catch (UnansweredException unanswered)
        {
            return unanswered.Outcome;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private SendGridClientOptions Options()
    {
        // No retries of its own: it would repeat an email whose answer was lost.
        var options = new SendGridClientOptions { ApiKey = settings.SendGridApiKey };
        options.SetDataResidency(settings.SendGridDataResidency);
        if (settings.SendGridBaseUrl is { } url)
        {
            options.Host = url.AbsoluteUri.TrimEnd('/');
        }

        return options;
    }

    private SendGridMessage MessageOf(OutgoingEmail email)
    {
        var message = new SendGridMessage
        {
            From = new EmailAddress(settings.SendGridFrom, head.ServiceName),
            Subject = email.Message.Subject,
            PlainTextContent = email.Message.Text,
            HtmlContent = email.Message.Html,
        };
        // One recipient a message: where an address comes twice, SendGrid drops the whole message without a word.
        message.AddTo(email.Address, email.Name);
        message.AddCategory(Category);
        message.AddCustomArg(DigestArgument, email.Digest.ToString());
        if (email.MayBeDoubled)
        {
            message.AddCustomArg(DoubledArgument, "true");
        }

        // So that automatic replies are not sent back.
        message.AddHeader("Auto-Submitted", "auto-generated");
        message.SetClickTracking(enable: false, enableText: false);
        message.SetOpenTracking(enable: false, substitutionTag: null);
        message.SetSubscriptionTracking(enable: false);
        return message;
    }

    private SendOutcome OutcomeOf(ProviderAnswer answer, string address) =>
        answer.IsAccepted ? new SendOutcome.Accepted(answer.Header("X-Message-Id"))
        : answer.Passing(clock.GetUtcNow()) is { } later ? later
        : new SendOutcome.Refused(
            answer.Status is 401 or 403
                ? $"SendGrid refused our API key or what it may do ({answer.Status})."
                : $"SendGrid refused the email ({answer.Status}). {PlainReason.Of(answer.Said(Errors), address)}".TrimEnd(),
            RefusalCause.Rejected
        );

    private static string Errors(JsonElement body) =>
        string.Join(
            " ",
            body.GetProperty("errors")
                .EnumerateArray()
                .Select(error => error.GetProperty("message").GetString())
        );
}
