using System.Collections.Concurrent;
using Microsoft.DurableTask;

namespace YosWorkflow.Functions.Tests.Engine;

/// <summary>Activities of a test's own making, which note in which order they were called.</summary>
internal sealed class FakeSteps
{
    private readonly ConcurrentQueue<string> calls = new();
    private readonly List<Action<DurableTaskRegistry>> registrations = [];

    /// <summary>Every call, by step and what it was called with, tries that failed included.</summary>
    public IReadOnlyList<string> Calls => [.. calls];

    /// <summary>Answers a step.</summary>
    public FakeSteps On<TInput, TOutput>(
        string step,
        Func<TInput, TOutput> answer,
        Func<TInput, string>? note = null
    )
    {
        registrations.Add(registry =>
            registry.AddActivityFunc<TInput, TOutput>(
                step,
                (_, input) =>
                {
                    calls.Enqueue(note is null ? step : $"{step} {note(input!)}");
                    return answer(input!);
                }
            )
        );
        return this;
    }

    /// <summary>Registers them.</summary>
    public void Register(DurableTaskRegistry registry) =>
        registrations.ForEach(registration => registration(registry));
}
