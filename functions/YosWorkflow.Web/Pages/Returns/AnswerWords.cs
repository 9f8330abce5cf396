using YosWorkflow.Core.Audits;
using YosWorkflow.Web.Pages.Shared;

namespace YosWorkflow.Web.Pages.Returns;

/// <summary>How pages say what an audit's return says in codes.</summary>
internal static class AnswerWords
{
    /// <summary>An answer, or that there is none.</summary>
    public static string Of(AuditAnswer? answer) =>
        answer switch
        {
            AuditAnswer.Met => "Met",
            AuditAnswer.Partly => "Partly met",
            AuditAnswer.NotMet => "Not met",
            AuditAnswer.NotApplicable => "Not applicable",
            _ => "Not answered",
        };

    /// <summary>The colour of its tag, which says nothing that the words do not.</summary>
    public static string ColourOf(AuditAnswer? answer) =>
        answer switch
        {
            AuditAnswer.Met => "green",
            AuditAnswer.Partly => "yellow",
            AuditAnswer.NotMet => "red",
            AuditAnswer.NotApplicable => "grey",
            _ => "blue",
        };

    /// <summary>Where a return is.</summary>
    public static string OfState(string state) =>
        state switch
        {
            "submitted" => "In",
            "started" => "Started",
            "reopened" => "Given back",
            _ => "Not started",
        };

    /// <summary>The colour of that.</summary>
    public static string ColourOfState(string state) =>
        state switch
        {
            "submitted" => "green",
            "started" => "blue",
            "reopened" => "orange",
            _ => "grey",
        };

    /// <summary>A share from 0 to 1, such as <c>78%</c>.</summary>
    public static string Percent(decimal share) =>
        Wording.Plain((int)Math.Round(share * 100, MidpointRounding.AwayFromZero)) + "%";

    /// <summary>How much a question counts.</summary>
    public static string OfWeight(int weight) => "Counts " + Wording.Plain(weight);
}
