namespace YosWorkflow.Web.Tests.Access;

/// <summary>How the pages of a case's audit are asked for in access.txt.</summary>
internal static class AccessReturns
{
    private const string Case = "/audits/{programme}/{month}/{caseRef}";

    /// <summary>
    /// What of a page's query makes its answer the same whatever was asked before: a return leads to where its reader left off.
    /// </summary>
    public static string? QueryOf(string route) =>
        route switch
        {
            "GET " + Case or "GET " + Case + "/second-check" => "?view=contents",
            "POST " + Case or "POST " + Case + "/second-check" => "?section=assessment",
            _ => null,
        };

    /// <summary>What a form sends; null if the route is none of these.</summary>
    public static HttpContent? BodyOf(string route, Owned of) =>
        route switch
        {
            "POST " + Case or "POST " + Case + "/second-check" => Form(
                ("version", "0"),
                ("answer-" + AccessAudit.Questions[0], "met")
            ),
            "POST " + Case + "/check" or "POST " + Case + "/second-check/check" => Form(("version", "0")),
            "POST " + Case + "/comments" => Form(("comment", "We have agreed on it.")),
            "POST " + Case + "/reopenings" => Form(("reason", "One answer is missing.")),
            "POST " + Case + "/actions" => Form(
                ("text", "Ask again."),
                ("owner", of.ManagerId),
                ("due-day", "4"),
                ("due-month", "11"),
                ("due-year", "2011")
            ),
            "POST " + Case + "/actions/{actionId}/completion" => Form(("note", "It is done.")),
            _ => null,
        };

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}
