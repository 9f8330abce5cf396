namespace YosWorkflow.Services.Delivery;

/// <summary>
/// What our Teams app has to declare so that people can be notified in its name. Code and the app's manifest have to agree on
/// it, or Graph refuses every notification.
/// </summary>
public static class TeamsActivities
{
    /// <summary>The activity type of a digest.</summary>
    public const string DigestReady = "digestReady";

    /// <summary>The parameter of <see cref="DigestReady"/>'s template: the digest in one line.</summary>
    public const string Summary = "summary";

    /// <summary>What a digest is about, as the notification's topic.</summary>
    public const string Topic = "What is due on your cases";

    /// <summary>The app's personal tab, to which notifications lead: the entity id of a static tab.</summary>
    public const string Tab = "my-day";

    /// <summary>The most characters of a preview that Teams shows.</summary>
    public const int LongestPreview = 150;
}
