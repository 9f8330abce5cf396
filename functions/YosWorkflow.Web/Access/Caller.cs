using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Web.Access;

/// <summary>Who sends a request.</summary>
public abstract record Caller
{
    private Caller() { }

    /// <summary>What of the service is theirs.</summary>
    public abstract Viewer Viewer { get; }

    /// <summary>Not known: nobody is signed in, and there is no key.</summary>
    public sealed record Nobody : Caller
    {
        /// <inheritdoc/>
        public override Viewer Viewer => Viewer.OfNothing;
    }

    /// <summary>Someone who is signed in and has no place in the service.</summary>
    /// <param name="Why">Why not, as a sentence to them.</param>
    /// <param name="WhomToAsk">The names of those who can change that.</param>
    public sealed record Stranger(string Why, IReadOnlyList<string> WhomToAsk) : Caller
    {
        /// <inheritdoc/>
        public override Viewer Viewer => Viewer.OfNothing;
    }

    /// <summary>A member of staff who is signed in and at work.</summary>
    /// <param name="Member">Who.</param>
    /// <param name="Sees">What is theirs.</param>
    public sealed record Person(StaffMember Member, Viewer Sees) : Caller
    {
        /// <inheritdoc/>
        public override Viewer Viewer => Sees;
    }

    /// <summary>A program with a function key that the host has checked.</summary>
    public sealed record Machine : Caller
    {
        /// <inheritdoc/>
        public override Viewer Viewer => Viewer.OfEverything;
    }

    /// <summary>Whoever sits at the machine of an installation for development, and has not signed in as somebody.</summary>
    public sealed record Developer : Caller
    {
        /// <inheritdoc/>
        public override Viewer Viewer => Viewer.OfEverything;
    }
}
