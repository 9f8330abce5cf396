using YosWorkflow.Core;
using YosWorkflow.Core.Audits.Rounds;
using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Pages.Tables;

namespace YosWorkflow.Web.Pages.Audits;

/// <summary>Addresses of the audits' pages, for links between them.</summary>
internal static class AuditAddresses
{
    /// <summary>The audits.</summary>
    public const string Home = "/audits";

    /// <summary>Where a sample is drawn by hand.</summary>
    public const string Draw = "/audits/draw";

    /// <summary>Where a previewed draw is confirmed.</summary>
    public const string ConfirmDraw = "/audits/draw/confirm";

    /// <summary>A page of the list of rounds.</summary>
    public static string Rounds(int page) =>
        Addresses.With(Home, ("page", page > 1 ? Wording.Plain(page) : null)) + "#rounds";

    /// <summary>A round.</summary>
    public static string Round(RoundId round, int page = 1) =>
        Addresses.With($"{Home}/{round}", ("page", page > 1 ? Wording.Plain(page) : null));

    /// <summary>A round that has just been asked for.</summary>
    public static string Begun(RoundId round) => Addresses.With($"{Home}/{round}", ("begun", "yes"));

    /// <summary>The sample of a round as it is published.</summary>
    public static string Sample(RoundId round) => $"{Home}/{round}/sample";

    /// <summary>What a round found.</summary>
    public static string Findings(RoundId round) => $"{Home}/{round}/findings";

    /// <summary>What is to be done because of a round.</summary>
    public static string Actions(RoundId round) => $"{Home}/{round}/actions";

    /// <summary>The audit of a case.</summary>
    public static string Case(RoundId round, string caseRef) =>
        $"{Home}/{round}/{Uri.EscapeDataString(caseRef)}";

    /// <summary>The second check of a case.</summary>
    public static string SecondCheck(RoundId round, string caseRef) => Case(round, caseRef) + "/second-check";

    /// <summary>Where somebody says that an action is done.</summary>
    public static string Completion(RoundId round, string caseRef, string actionId) =>
        $"{Case(round, caseRef)}/actions/{Uri.EscapeDataString(actionId)}/completion";

    /// <summary>Who audits a case, and who else could.</summary>
    public static string Auditor(RoundId round, string caseRef, bool kept = false) =>
        Addresses.With(Case(round, caseRef) + "/auditor", ("kept", kept ? "yes" : null));

    /// <summary>A table of a page as a file.</summary>
    public static string CsvOf(string page, Table table) => Addresses.With(page, (CsvFile.Field, table.Id));

    /// <summary>How the file of a round's table begins.</summary>
    public static string FileName(RoundId round) => $"{round.ProgrammeId}-{IsoMonth.Format(round.Month)}";
}
