using System.Collections.Immutable;
using YosWorkflow.Core;
using YosWorkflow.Core.Caseload;

namespace YosWorkflow.Services.Storage;

/// <summary>
/// What is known of a case, but for its team, its reference and its milestones, as one text: the fields in a fixed order with
/// <c>|</c> between them. One property to fetch instead of sixteen is what makes reading a thousand cases quick.
/// </summary>
internal static class CasePacking
{
    public static string Pack(Case packed) =>
        string.Join(
            StorageKey.Separator,
            packed.CaseManagerId,
            Codes<OrderType>.Of(packed.OrderType),
            IsoDate.Format(packed.OrderMadeOn),
            Day(packed.OrderEndsOn),
            Day(packed.ClosedOn),
            Code(packed.InterventionLevel),
            Code(packed.RoshLevel),
            Day(packed.RoshLevelSince),
            Code(packed.VulnerabilityLevel),
            Day(packed.VulnerabilityLevelSince),
            Day(packed.CustodyFrom),
            Day(packed.CustodyReleasedOn),
            Codes<LookedAfter>.Of(packed.LookedAfter),
            packed.ChildInNeed ? "Y" : "N",
            packed.ChildProtectionPlan ? "Y" : "N",
            // Free text, so it stands last: a separator in it does no harm.
            packed.SecureEstablishment
        );

    /// <exception cref="FormatException">The text is not a packed case.</exception>
    public static Case Unpack(
        string team,
        string caseRef,
        ReadOnlySpan<char> text,
        ImmutableArray<CompletedMilestone> milestones,
        StringPool pool
    )
    {
        var fields = new Fields(text);
        return new Case
        {
            Team = team,
            CaseRef = caseRef,
            Milestones = milestones,
            CaseManagerId = pool.Get(fields.Next()),
            OrderType = ReadCode<OrderType>(fields.Next()),
            OrderMadeOn =
                ReadDay(fields.Next()) ?? throw new FormatException("A packed case lacks its order's date."),
            OrderEndsOn = ReadDay(fields.Next()),
            ClosedOn = ReadDay(fields.Next()),
            InterventionLevel = ReadCodeOrNull<InterventionLevel>(fields.Next()),
            RoshLevel = ReadCodeOrNull<RiskLevel>(fields.Next()),
            RoshLevelSince = ReadDay(fields.Next()),
            VulnerabilityLevel = ReadCodeOrNull<RiskLevel>(fields.Next()),
            VulnerabilityLevelSince = ReadDay(fields.Next()),
            CustodyFrom = ReadDay(fields.Next()),
            CustodyReleasedOn = ReadDay(fields.Next()),
            LookedAfter = ReadCode<LookedAfter>(fields.Next()),
            ChildInNeed = fields.Next() is "Y",
            ChildProtectionPlan = fields.Next() is "Y",
            SecureEstablishment = fields.Rest() is { Length: > 0 } establishment
                ? pool.Get(establishment)
                : null,
        };
    }

    private static string Day(DateOnly? day) => day is { } some ? IsoDate.Format(some) : "";

    private static string Code<T>(T? value)
        where T : struct, Enum => value is { } some ? Codes<T>.Of(some) : "";

    private static DateOnly? ReadDay(ReadOnlySpan<char> text) =>
        text.IsEmpty ? null
        : IsoDate.TryParse(text, out var day) ? day
        : throw new FormatException($"'{text}' in a packed case is not a date.");

    private static T? ReadCodeOrNull<T>(ReadOnlySpan<char> text)
        where T : struct, Enum => text.IsEmpty ? null : ReadCode<T>(text);

    private static T ReadCode<T>(ReadOnlySpan<char> text)
        where T : struct, Enum =>
        Codes<T>.TryRead(text, out var value)
            ? value
            : throw new FormatException($"'{text}' in a packed case is no {typeof(T).Name}.");

    private ref struct Fields(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> left = text;

        public ReadOnlySpan<char> Next()
        {
            var end = left.IndexOf(StorageKey.Separator);
            if (end < 0)
            {
                throw new FormatException("A packed case is cut off.");
            }

            var field = left[..end];
            left = left[(end + 1)..];
            return field;
        }

        public readonly ReadOnlySpan<char> Rest() => left;
    }
}
