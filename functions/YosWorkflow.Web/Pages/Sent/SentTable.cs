using System.Collections.Immutable;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.Sent;

/// <summary>The messages as a table, for the file.</summary>
internal static class SentTable
{
    /// <summary>Its id.</summary>
    public const string Id = "messages";

    public static Table Of(IEnumerable<SentMessage> messages) =>
        new(
            Id,
            "What was sent",
            [new("When"), new("By"), new("To"), new("Address"), new("Subject"), new("Text")],
            [
                .. messages.Select(message =>
                    (ImmutableArray<Cell>)
                        [
                            Moments.Words(message.At),
                            Wording.Of(message.Channel),
                            message.To,
                            message.Address,
                            message.Subject,
                            message.Text,
                        ]
                ),
            ]
        );
}
