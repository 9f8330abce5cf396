using YosWorkflow.Core.Chasing;
using YosWorkflow.Web.Pages.Sent;

namespace YosWorkflow.Local.Capture;

/// <summary>What was captured, as the messages that people would have got.</summary>
/// <param name="captured">What was captured.</param>
internal sealed class CapturedMessages(CapturedFiles captured) : ICapturedMessages
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<CapturedMessage>> ReadAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CapturedMessage>>([.. Latest(captured.ReadAll()).Select(Of)]);

    // In Teams a notification takes the place of the one before it in its chain.
    private static IEnumerable<CapturedRequest> Latest(IEnumerable<CapturedRequest> requests) =>
        requests
            .GroupBy(request =>
                IsEmail(request) || GraphActivity.Chain(request.Body) is not { } chain
                    ? request.Id
                    : FormattableString.Invariant($"{chain}|{request.Path}")
            )
            .Select(same => same.Last())
            .OrderBy(request => request.At);

    /// <summary>The message that a request is.</summary>
    public static CapturedMessage Of(CapturedRequest request) =>
        IsEmail(request) ? Email(request) : Teams(request);

    private static bool IsEmail(CapturedRequest request) => request.Path == SendGridMail.Path;

    private static CapturedMessage Email(CapturedRequest request)
    {
        var (address, name) = SendGridMail.To(request.Body);
        return new CapturedMessage(
            Channel.Email,
            request.At,
            address,
            name,
            SendGridMail.Subject(request.Body),
            SendGridMail.Content(request.Body, "text/plain") ?? "",
            SendGridMail.Content(request.Body, "text/html"),
            Link: null
        );
    }

    private static CapturedMessage Teams(CapturedRequest request)
    {
        var (says, preview) = (GraphActivity.Says(request.Body), GraphActivity.Preview(request.Body));
        return new CapturedMessage(
            Channel.Teams,
            request.At,
            GraphActivity.UserOf(request.Path),
            Name: null,
            says,
            preview == says ? "" : preview,
            Html: null,
            GraphActivity.Link(request.Body)
        );
    }
}
