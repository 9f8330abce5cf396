namespace YosWorkflow.Web.Tests.Access;

/// <summary>The forms of the audits' pages as a browser sends them.</summary>
internal static class AuditForms
{
    /// <summary>A sample is asked for.</summary>
    public static FormUrlEncodedContent Draw(params (string Name, string Value)[] other) =>
        Of([.. other, ("programme", "golden-thread"), ("month", "2011-10"), ("how", "rule")]);

    /// <summary>A previewed draw is confirmed.</summary>
    public static FormUrlEncodedContent Confirmation() =>
        Of([
            ("programme", "golden-thread"),
            ("month", "2011-10"),
            ("asOf", "2011-10-04"),
            ("seed", "seed"),
            ("frame", "0"),
        ]);

    /// <summary>A case is given to somebody else.</summary>
    public static FormUrlEncodedContent Auditor(
        string to = "give:SEC",
        string reason = "They have too much on at present.",
        string from = "CM4"
    ) => Of([("to", to), ("reason", reason), ("from", from)]);

    private static FormUrlEncodedContent Of((string Name, string Value)[] fields) =>
        new(
            fields
                .DistinctBy(field => field.Name, StringComparer.Ordinal)
                .Select(field => KeyValuePair.Create(field.Name, field.Value))
        );
}
