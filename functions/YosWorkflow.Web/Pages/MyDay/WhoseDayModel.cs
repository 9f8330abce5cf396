using System.Collections.Immutable;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Web.Pages.MyDay;

/// <summary>Who there is to choose from, where it is not known whose day to show.</summary>
/// <param name="Unknown">The id that nobody has, or null if none was given.</param>
/// <param name="People">Everyone, by name.</param>
public sealed record WhoseDayModel(string? Unknown, ImmutableArray<StaffMember> People);
