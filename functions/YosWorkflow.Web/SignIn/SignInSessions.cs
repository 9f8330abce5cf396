using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace YosWorkflow.Web.SignIn;

/// <summary>
/// Who is signed in, by tokens that nobody can guess. They are kept in memory alone: they end with the process, and when somebody
/// signs out.
/// </summary>
internal sealed class SignInSessions(TimeProvider clock)
{
    private const int TokenBytes = 32;
    private const int Most = 1_000;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<string, Session> byToken = new(StringComparer.Ordinal);

    /// <summary>Begins a session; the oldest makes room where there are too many.</summary>
    public string Begin(string staffId)
    {
        while (byToken.Count >= Most)
        {
            byToken.TryRemove(byToken.MinBy(session => session.Value.Until).Key, out _);
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        byToken[token] = new Session(staffId, clock.GetUtcNow() + Longest);
        return token;
    }

    /// <summary>Whose session a token is, or null if it is none, or has lasted too long.</summary>
    public string? StaffIdOf(string token) =>
        byToken.TryGetValue(token, out var session) && session.Until > clock.GetUtcNow()
            ? session.StaffId
            : null;

    /// <summary>Ends a session.</summary>
    public void End(string token) => byToken.TryRemove(token, out _);

    private readonly record struct Session(string StaffId, DateTimeOffset Until);
}
