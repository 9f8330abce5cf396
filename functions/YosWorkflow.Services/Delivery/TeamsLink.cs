namespace YosWorkflow.Services.Delivery;

/// <summary>Where a notification leads.</summary>
internal static class TeamsLink
{
    /// <summary>
    /// A link into our Teams app, which shows the page there, and in a browser where Teams is not installed. Without an app id
    /// the page itself; Teams takes that only in some places.
    /// </summary>
    public static string To(string? teamsAppId, string page) =>
        string.IsNullOrEmpty(teamsAppId)
            ? page
            : $"https://teams.microsoft.com/l/entity/{Uri.EscapeDataString(teamsAppId)}/{TeamsActivities.Tab}"
                + $"?webUrl={Uri.EscapeDataString(page)}&label={Uri.EscapeDataString(TeamsActivities.Topic)}";
}
