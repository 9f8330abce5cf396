using YosWorkflow.Core.Chasing.Messages;

namespace YosWorkflow.Services.Delivery;

/// <summary>
/// Knows how messages name what is owed under some rules. There may be several, each for the rules of its own field; the first
/// that knows a rule is asked.
/// </summary>
public interface IDutyGlossary
{
    /// <summary>The words for a rule, or null if this glossary does not know it.</summary>
    DutyWords? Find(string ruleId);
}
