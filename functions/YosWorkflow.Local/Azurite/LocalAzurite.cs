namespace YosWorkflow.Local.Azurite;

/// <summary>
/// The storage of the local host where none is configured: an Azurite with its data in <c>.local/azurite</c>. The first verb
/// starts it, others share it, and it ends with the last of them.
/// </summary>
internal static class LocalAzurite
{
    private const string Name = "azurite";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Takes a lease on it, and starts it if it does not run.</summary>
    /// <param name="local">Where its data are kept.</param>
    /// <param name="directories">From where upwards it is looked for.</param>
    /// <param name="cancellationToken">Stops it; nothing is left running.</param>
    /// <exception cref="VerbFailedException">It can't be started, or does not answer.</exception>
    public static async Task<AzuriteLease> TakeAsync(
        LocalDirectory local,
        IReadOnlyList<string> directories,
        CancellationToken cancellationToken
    )
    {
        var directory = local.Make(Name);
        await using var starting = await LockAsync(directory, cancellationToken);
        var runningFile = RunningFile(directory);
        if (await TryShareAsync(runningFile, cancellationToken) is { } shared)
        {
            return shared;
        }

        File.Delete(runningFile);
        var script = AzuriteInstallation.Find(directories);
        return await new AzuriteStart(script, directory, runningFile).RunAsync(cancellationToken);
    }

    /// <summary>Makes sure that nobody uses it, nor begins to until what is given is disposed of.</summary>
    /// <exception cref="VerbFailedException">A verb uses it.</exception>
    public static async Task<IAsyncDisposable> LockUnusedAsync(
        LocalDirectory local,
        CancellationToken cancellationToken
    )
    {
        var directory = local.Make(Name);
        var starting = await LockAsync(directory, cancellationToken);
        if (await TryShareAsync(RunningFile(directory), cancellationToken) is { } used)
        {
            await used.DisposeAsync();
            await starting.DisposeAsync();
            throw new VerbFailedException(
                $"Another verb is using the storage in {local.Path}. End it first."
            );
        }

        return starting;
    }

    private static string RunningFile(string directory) => Path.Combine(directory, "running.json");

    private static async Task<AzuriteLease?> TryShareAsync(
        string runningFile,
        CancellationToken cancellationToken
    )
    {
        if (
            RunningAzurite.Read(runningFile) is not { } running
            || await AzuriteLease.TryTakeAsync(running, cancellationToken) is not { } lease
        )
        {
            return null;
        }

        // Whoever started it may have been killed before it was up.
        if (await running.AnswersAsync(cancellationToken))
        {
            return lease;
        }

        await lease.DisposeAsync();
        return null;
    }

    // Only one may be starting it. The lock goes with the process, however that ends.
    private static async Task<FileStream> LockAsync(string directory, CancellationToken cancellationToken)
    {
        var file = Path.Combine(directory, "start.lock");
        var waitedSince = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception)
            {
                if (TimeProvider.System.GetElapsedTime(waitedSince) > Patience)
                {
                    throw new VerbFailedException(
                        $"Another verb has been starting the storage of this directory for too long ({file}).",
                        exception
                    );
                }
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }
}
