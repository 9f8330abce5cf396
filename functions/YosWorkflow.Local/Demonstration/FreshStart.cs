using System.Globalization;
using YosWorkflow.Local.Azurite;
using YosWorkflow.Local.Settings;

namespace YosWorkflow.Local.Demonstration;

/// <summary>Empties the local host's storage for a new demonstration. Nothing is deleted: what was there is set aside.</summary>
internal static class FreshStart
{
    /// <summary>Sets aside what is kept in <c>.local</c>, and says where.</summary>
    /// <exception cref="VerbFailedException">A verb is using it, or storage is not the local host's own.</exception>
    public static async Task SetAsideAsync(LocalContext context, CancellationToken cancellationToken)
    {
        var settings = LocalGround.ReadSettings(context);
        if (settings is not { StorageConnection: null, TableServiceUri: null })
        {
            throw new VerbFailedException(
                "--fresh sets the local host's own storage aside, and the settings name another one. Empty that yourself."
            );
        }

        var local = LocalDirectory.Below(context.Directory);
        await using var unused = await LocalAzurite.LockUnusedAsync(local, cancellationToken);
        var time = context.Clock.GetLocalNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        if (local.SetAside(time) is { } aside)
        {
            await context.Error.WriteLineAsync($"What was kept so far is in {aside} now.");
        }
    }
}
