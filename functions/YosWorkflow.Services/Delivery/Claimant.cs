using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace YosWorkflow.Services.Delivery;

/// <summary>
/// A process that claims digests. Another on the same machine can see whether it is still there, and need not wait for the grace
/// time to take up what it left when it was killed.
/// </summary>
public sealed class Claimant
{
    private const char Separator = '|';

    private readonly string machine;

    private Claimant(string machine, int processId, string? started)
    {
        this.machine = machine;
        Id = string.Join(Separator, machine, processId.ToString(CultureInfo.InvariantCulture), started);
    }

    /// <summary>The process that this runs in.</summary>
    public static Claimant ThisProcess { get; } = Of(Environment.ProcessId);

    /// <summary>What it is known by. No other process, on this machine or another, has or gets the same.</summary>
    public string Id { get; }

    /// <summary>
    /// Whether another claimant is known to be dead: it ran on this machine, and is not there any more. False for one on another
    /// machine, of which nothing is known here.
    /// </summary>
    public bool HasDied(string? claimantId)
    {
        var parts = claimantId?.Split(Separator);
        return parts is [var where, var process, var started]
            && where == machine
            && int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var processId)
            && StartOf(processId) != started;
    }

    /// <summary>Another process on this machine.</summary>
    internal static Claimant Of(int processId) => new(ThisMachine(), processId, StartOf(processId));

    // Of several containers each has process ids of its own, so a machine is here what shares them, from one start to the next.
    private static string ThisMachine()
    {
        var known = string.Join(
            Separator,
            Environment.MachineName,
            OperatingSystem.IsLinux() ? File.ReadAllText("/proc/sys/kernel/random/boot_id") : "",
            OperatingSystem.IsLinux() ? new FileInfo("/proc/self/ns/pid").LinkTarget : ""
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(known)).AsSpan(0, 8));
    }

    // When a process started, as its machine notes it for good; null if there is no such process, or it has ended.
    private static string? StartOf(int processId) =>
        OperatingSystem.IsLinux() ? LinuxStartOf(processId) : OtherStartOf(processId);

    // .NET reckons start times on Linux from the clock, which may be set; the kernel's own count does not change.
    private static string? LinuxStartOf(int processId)
    {
        const int State = 0;
        const int Started = 19;
        try
        {
            var text = File.ReadAllText(
                string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat")
            );
            var fields = text[(text.LastIndexOf(')') + 1)..]
                .Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return fields[State] is "Z" or "X" ? null : fields[Started];
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string? OtherStartOf(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}
