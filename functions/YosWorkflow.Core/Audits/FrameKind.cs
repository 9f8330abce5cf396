using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Audits;

/// <summary>From which cases a programme draws.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FrameKind>))]
public enum FrameKind
{
    /// <summary>Cases open as of the day that have been with the service long enough, and were not audited lately.</summary>
    [JsonStringEnumMemberName("open_cases")]
    OpenCases,

    /// <summary>Every case supervised on any day of the month.</summary>
    [JsonStringEnumMemberName("supervised_in_month")]
    SupervisedInMonth,

    /// <summary>Every case with a referral to Specialist Children's Services in the month.</summary>
    [JsonStringEnumMemberName("referred_in_month")]
    ReferredInMonth,
}
