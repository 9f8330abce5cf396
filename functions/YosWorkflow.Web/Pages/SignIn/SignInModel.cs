using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Web.Pages.SignIn;

/// <summary>As whom one can sign in.</summary>
/// <param name="Back">Where to go afterwards.</param>
/// <param name="Groups">Those at work, by what they do; what nobody does is left out.</param>
public sealed record SignInModel(string Back, ImmutableArray<SignInGroup> Groups);

/// <summary>Those who do the same.</summary>
/// <param name="Role">What they do.</param>
/// <param name="People">Them, by name.</param>
public sealed record SignInGroup(StaffRole Role, ImmutableArray<StaffMember> People);
