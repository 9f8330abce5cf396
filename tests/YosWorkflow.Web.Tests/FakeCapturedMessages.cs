using YosWorkflow.Web.Pages.Sent;

namespace YosWorkflow.Web.Tests;

/// <summary>A capture server that received what a test says.</summary>
internal sealed class FakeCapturedMessages : ICapturedMessages
{
    public List<CapturedMessage> Messages { get; } = [];

    public Task<IReadOnlyList<CapturedMessage>> ReadAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CapturedMessage>>(Messages);
}
