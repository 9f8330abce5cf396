using System.Collections.Immutable;
using YosWorkflow.Core;
using YosWorkflow.Core.Chasing;

namespace YosWorkflow.Services.Delivery;

/// <summary>What an administrator is told of what could not be delivered.</summary>
internal static class UndeliveredLines
{
    /// <summary>
    /// Whether a digest is news to administrators: parked, or ended because Teams lets our app notify nobody, and not told yet.
    /// </summary>
    public static bool IsNews(StoredDigest digest) =>
        !digest.ParkedTold && (digest.State == DigestState.Parked || IsPermissionMissing(digest));

    /// <summary>
    /// A line for each parked digest, with person, way and reason, by day and person. That a permission is missing concerns
    /// everyone, so it is one line a day.
    /// </summary>
    public static ImmutableArray<string> Of(IReadOnlyCollection<StoredDigest> news) =>
        [
            .. news.Where(digest => digest.State == DigestState.Parked)
                .OrderBy(digest => digest.Key.Day)
                .ThenBy(digest => digest.Key.PersonId, StringComparer.Ordinal)
                .ThenBy(digest => digest.Key.Channel)
                .Select(Line),
            .. news.Where(IsPermissionMissing)
                .GroupBy(digest => digest.Key.Day)
                .OrderBy(day => day.Key)
                .Select(Line),
        ];

    private static bool IsPermissionMissing(StoredDigest digest) =>
        digest is { State: DigestState.Cancelled, Cause: RefusalCause.TeamsPermissionMissing };

    private static string Line(StoredDigest parked) =>
        OneLine(
            $"{parked.Key.PersonId}, {Codes<Channel>.Of(parked.Key.Channel)} of {PlainDate.Format(parked.Key.Day)}: {parked.Reason}"
        );

    private static string Line(IGrouping<DateOnly, StoredDigest> day) =>
        OneLine(
            $"Everyone, teams of {PlainDate.Format(day.Key)}, {day.Count()} digests: {day.First().Reason}"
        );

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
