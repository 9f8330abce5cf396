using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Web.Pages.Deliveries;

/// <summary>The colour of a message's state, which says nothing that its words do not.</summary>
internal static class DigestTag
{
    /// <summary>The colour of a state's tag.</summary>
    public static string ColourOf(DigestState state) =>
        state switch
        {
            DigestState.Sent or DigestState.Delivered => "green",
            DigestState.Parked => "red",
            DigestState.Failed => "orange",
            DigestState.Cancelled => "grey",
            _ => "blue",
        };
}
