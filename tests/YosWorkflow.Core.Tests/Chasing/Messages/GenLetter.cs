using System.Collections.Immutable;
using CsCheck;
using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Chasing.Messages;
using YosWorkflow.Core.Standards;
using YosWorkflow.TestKit;

namespace YosWorkflow.Core.Tests.Chasing.Messages;

/// <summary>Letters that the chase of generated caseloads comes to, with names and references that markup has to cope with.</summary>
internal static class GenLetter
{
    /// <summary>What every generated secure establishment is called.</summary>
    public const string Establishment = "Zzyzx House";

    private static readonly StandardsPack Pack = StandardsPacks.Load(StandardsPacks.Default);

    private static readonly Gen<DateOnly> Days = GenCaseload.Day.Where(day =>
        day.Year >= 2009 && WorkingDayCalendar.EnglandAndWales.IsWorkingDay(day)
    );

    // No letter that could make up a word by chance, nor the sign of an address.
    private static readonly Gen<string> Name = Gen.String[
        Gen.OneOf(Gen.Char["<>&\"' -éŁ中Zz\t\n\0\u2028"], Gen.Char['\u0100', '\uD7FF']),
        1,
        30
    ];

    /// <summary>A service of six with any of them away, and a caseload whose every personal detail is filled in.</summary>
    public static Gen<ImmutableArray<DigestLetter>> OfADay { get; } =
        from names in Name.Array[6]
        from active in Gen.Bool.Array[6]
        from cases in GenCaseload.Case.Where(one => one.OrderMadeOn.Year >= 2009).Array[1, 40]
        from owners in Gen.Int[0, 2].Array[40]
        from day in Days
        select Letters(StaffOf(names, active), [.. cases.Select((one, n) => Filled(one, n, owners[n]))], day);

    private static ImmutableArray<DigestLetter> Letters(Staff staff, ImmutableArray<Case> cases, DateOnly day)
    {
        var reader = new ObligationReader(Pack, WorkingDayCalendar.EnglandAndWales, staff);
        var chaser = new Chaser(Ladder.Default, WorkingDayCalendar.EnglandAndWales, staff);
        var notices = new List<Notice>();
        var owed = new List<Obligation>();
        foreach (var supervised in cases)
        {
            owed.Clear();
            reader.Read(supervised, day, owed);
            notices.AddRange(chaser.Decide(supervised, owed, [], [], day).Notices);
        }

        return
        [
            .. notices
                .GroupBy(notice => (notice.PersonId, notice.Channel), notice => notice.Item)
                .Select(group => Letter(staff, group.Key.PersonId, DigestContent.Of(group), day)),
        ];
    }

    private static DigestLetter Letter(
        Staff staff,
        string personId,
        ImmutableArray<NoticeItem> items,
        DateOnly day
    ) =>
        new()
        {
            Day = day,
            PersonId = personId,
            PersonName = staff.Find(personId)?.Name ?? personId,
            ServiceName = "Kent YOS",
            PublicUrl = "https://yos.example",
            Items = items,
            Words = ruleId => new DutyWords(Pack.Find(ruleId)!.Title, Pack.Find(ruleId)!.Action),
            NameOf = staffId => staff.Find(staffId)?.Name ?? staffId,
        };

    private static Staff StaffOf(string[] names, bool[] active)
    {
        StaffRole[] roles =
        [
            StaffRole.CaseManager,
            StaffRole.CaseManager,
            StaffRole.CaseManager,
            StaffRole.PracticeSupervisor,
            StaffRole.TeamManager,
            StaffRole.HeadOfService,
        ];
        return new Staff(
            roles.Select(
                (role, n) =>
                    Example.Member(
                        $"S{n} <&>",
                        role,
                        manager: $"S{Math.Max(3, n + 1)} <&>",
                        active: active[n]
                    ) with
                    {
                        Name = names[n],
                    }
            )
        );
    }

    private static Case Filled(Case supervised, int number, int owner) =>
        supervised with
        {
            CaseRef = $"K{number}<{supervised.CaseRef}",
            Team = "North",
            CaseManagerId = $"S{owner} <&>",
            SecureEstablishment = Establishment,
            LookedAfter = LookedAfter.Own,
            ChildInNeed = true,
            ChildProtectionPlan = true,
            Milestones = [.. supervised.Milestones.Where(done => done.CompletedOn.Year >= 2009)],
        };
}
