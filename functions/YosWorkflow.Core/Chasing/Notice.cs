namespace YosWorkflow.Core.Chasing;

/// <summary>That a person is to be told of an obligation by a way.</summary>
/// <param name="PersonId">
/// Who is told. If nobody can be (see <see cref="Recipient.WhyNot"/>), for whom it was meant.
/// </param>
/// <param name="Channel">By which way.</param>
/// <param name="Item">Of what.</param>
public sealed record Notice(string PersonId, Channel Channel, NoticeItem Item);
