using System.Collections.Immutable;

namespace YosWorkflow.Web.Pages.MyTeam;

/// <summary>The teams to choose from, where it is not known which to show.</summary>
/// <param name="Unknown">The team that was asked for and can't be shown, or null if none was.</param>
/// <param name="Teams">The teams.</param>
public sealed record WhichTeamModel(string? Unknown, ImmutableArray<string> Teams);
