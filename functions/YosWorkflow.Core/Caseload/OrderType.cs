using System.Text.Json.Serialization;

namespace YosWorkflow.Core.Caseload;

/// <summary>The kind of order or remand under which the service supervises a child.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OrderType>))]
public enum OrderType
{
    /// <summary>Referral order.</summary>
    [JsonStringEnumMemberName("referral_order")]
    ReferralOrder,

    /// <summary>Youth rehabilitation order.</summary>
    [JsonStringEnumMemberName("yro")]
    Yro,

    /// <summary>Youth rehabilitation order with intensive supervision and surveillance.</summary>
    [JsonStringEnumMemberName("yro_iss")]
    YroIss,

    /// <summary>Reparation order.</summary>
    [JsonStringEnumMemberName("reparation_order")]
    ReparationOrder,

    /// <summary>Detention and training order.</summary>
    [JsonStringEnumMemberName("dto")]
    Dto,

    /// <summary>Detention under section 90 or 91 of the Powers of Criminal Courts (Sentencing) Act 2000.</summary>
    [JsonStringEnumMemberName("section_90_91")]
    Section9091,

    /// <summary>Remand.</summary>
    [JsonStringEnumMemberName("remand")]
    Remand,

    /// <summary>Bail supervision and support.</summary>
    [JsonStringEnumMemberName("bail_supervision")]
    BailSupervision,
}
