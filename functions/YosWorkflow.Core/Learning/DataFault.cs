using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Learning;

/// <summary>What may be wrong or missing in the record, and makes what the service says of itself less sure.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DataFault>))]
public enum DataFault
{
    /// <summary>A case whose case manager is not in the staff list: nobody is told.</summary>
    [JsonStringEnumMemberName("case-manager-unknown")]
    CaseManagerUnknown,

    /// <summary>A case whose case manager is not at work, and nobody receives what is meant for them.</summary>
    [JsonStringEnumMemberName("case-manager-away")]
    CaseManagerAway,

    /// <summary>A case that can't be judged, as its dates are outside the bank holidays that are known.</summary>
    [JsonStringEnumMemberName("not-judged")]
    NotJudged,

    /// <summary>A level is high or very high, and since when is not recorded: the order's date is taken.</summary>
    [JsonStringEnumMemberName("risk-since-missing")]
    RiskSinceMissing,

    /// <summary>A level of risk of serious harm, vulnerability or intervention is missing: what would follow from it is not owed.</summary>
    [JsonStringEnumMemberName("level-missing")]
    LevelMissing,

    /// <summary>Custody has begun and no release is recorded, although the order has ended.</summary>
    [JsonStringEnumMemberName("custody-without-release")]
    CustodyWithoutRelease,

    /// <summary>Work that is dated before the order was made: it counts for nothing on this order.</summary>
    [JsonStringEnumMemberName("work-before-order")]
    WorkBeforeOrder,

    /// <summary>Work that is dated after today: it does not count yet.</summary>
    [JsonStringEnumMemberName("work-in-future")]
    WorkInFuture,

    /// <summary>A team that holds cases and has no practice supervisor in the staff list.</summary>
    [JsonStringEnumMemberName("team-without-supervisor")]
    TeamWithoutSupervisor,

    /// <summary>Somebody at work without an email address.</summary>
    [JsonStringEnumMemberName("staff-without-email")]
    StaffWithoutEmail,

    /// <summary>Somebody at work without an Entra object id: they can't sign in, nor be told in Teams.</summary>
    [JsonStringEnumMemberName("staff-without-entra-id")]
    StaffWithoutEntraId,

    /// <summary>Somebody whose Entra object id another has too: neither can sign in.</summary>
    [JsonStringEnumMemberName("entra-id-twice")]
    EntraIdTwice,
}

/// <summary>A fault of the record.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Of">Of what: a case reference, a staff id or a team.</param>
/// <param name="Team">The team that it concerns, or null.</param>
/// <param name="PersonId">Whom to ask: the case's manager, or the person themselves; null if nobody is known.</param>
/// <param name="What">What was found, in words.</param>
public sealed record FaultFound(DataFault Kind, string Of, string? Team, string? PersonId, string What);
