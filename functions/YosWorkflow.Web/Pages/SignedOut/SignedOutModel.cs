using System.Collections.Immutable;

namespace YosWorkflow.Web.Pages.SignedOut;

/// <summary>What somebody sent whose sign-in had ended, for them to send again.</summary>
/// <param name="Address">Where it was sent.</param>
/// <param name="PageAddress">A page to sign in by.</param>
/// <param name="Fields">What was typed, by field.</param>
public sealed record SignedOutModel(
    string Address,
    string PageAddress,
    ImmutableArray<KeyValuePair<string, string>> Fields
);
