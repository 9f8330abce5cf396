namespace YosWorkflow.Local;

/// <summary>A verb can't do what it was asked to. The message is for whoever gave the command: what is wrong, and what to do.</summary>
internal sealed class VerbFailedException : Exception
{
    public VerbFailedException(string message)
        : base(message) { }

    public VerbFailedException(string message, Exception inner)
        : base(message, inner) { }
}
