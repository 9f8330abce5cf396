namespace YosWorkflow.Infra.Tests.Bicep;

/// <summary>What an environment may choose that changes which resources there are.</summary>
internal sealed record Switches(bool Private, bool Scheduler, bool Locks)
{
    // One and the same, so that equal switches are equal; first, since the others need it.
    private static readonly IReadOnlyDictionary<string, string> NoExtra = new Dictionary<string, string>();

    public static readonly Switches None = new(false, false, false);

    /// <summary>The other region, and nothing that may be left out.</summary>
    public static readonly Switches Bare = None with
    {
        Extra = new Dictionary<string, string>
        {
            ["AZURE_LOCATION"] = "ukwest",
            ["TEAMS_APP_ID"] = "",
            ["ALLOWED_EMAIL_DOMAINS"] = "",
            ["SENDGRID_WEBHOOK_PUBLIC_KEY"] = "",
            ["PUBLIC_URL"] = "https://yos.kent.example",
            ["OPERATORS_GROUP_ID"] = "",
            ["MONTHLY_BUDGET"] = "0",
        },
    };

    /// <summary>Every combination of them.</summary>
    public static TheoryData<bool, bool, bool> All { get; } =
    [
        .. from isPrivate in Both
        from scheduler in Both
        from locks in Both
        select (isPrivate, scheduler, locks),
    ];

    private static bool[] Both => [false, true];

    /// <summary>Settings as <c>azd env set</c> would make them, other than these switches.</summary>
    public IReadOnlyDictionary<string, string> Extra { get; init; } = NoExtra;

    /// <summary>The environment variables that main.bicepparam reads.</summary>
    public IReadOnlyDictionary<string, string> Variables =>
        new Dictionary<string, string>(
            Base.Concat(Extra).GroupBy(pair => pair.Key).Select(group => group.Last())
        );

    private Dictionary<string, string> Base =>
        new()
        {
            ["AZURE_ENV_NAME"] = "test",
            ["AZURE_LOCATION"] = "uksouth",
            ["SIGN_IN_CLIENT_ID"] = "11111111-1111-1111-1111-111111111111",
            ["SERVICE_NAME"] = "Youth offending service",
            ["PUBLIC_URL"] = "",
            ["SERVICE_ENVIRONMENT"] = "test",
            ["CHASE_HOUR"] = "7",
            ["STANDARDS_PACK"] = "kent-2011",
            ["EMAIL_FROM"] = "yos@kent.example",
            ["ALLOWED_EMAIL_DOMAINS"] = "kent.example",
            ["SENDGRID_WEBHOOK_PUBLIC_KEY"] =
                "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEfI+ZOMjyerPnN+ermWaFNZNsy2kUabuuuFeiUs4F17mchL+kVs2ib5hh4RKehuwAhh1I1z13lFM1iUltQnAXjw==",
            ["TEAMS_APP_ID"] = "22222222-2222-2222-2222-222222222222",
            ["HUB_NAME"] = "YosWorkflow",
            ["PRIVATE_NETWORKING"] = Private ? "true" : "false",
            ["DURABLE_TASK_SCHEDULER"] = Scheduler ? "true" : "false",
            ["RESOURCE_LOCKS"] = Locks ? "true" : "false",
            ["NETWORK_RANGE"] = "10.70.0.0/24",
            ["OPERATOR_ADDRESSES"] = "",
            ["OPERATORS_GROUP_ID"] = "33333333-3333-3333-3333-333333333333",
            ["ALERT_EMAILS"] = "ict@kent.example,yos@kent.example",
            ["MONTHLY_BUDGET"] = "100",
            ["BUDGET_FROM"] = "2026-12-01",
            ["LOG_RETENTION_DAYS"] = "90",
            ["EXTRA_TAGS"] = """{"costCentre":"42"}""",
        };
}
