using System.Collections.Immutable;

namespace YosWorkflow.Local.Demonstration;

/// <summary>Names for people who do not exist: first names and surnames that come together by their places in two lists.</summary>
internal static class DemonstrationNames
{
    private static readonly ImmutableArray<string> First =
    [
        "Priya",
        "Yusuf",
        "Carys",
        "Evan",
        "Amara",
        "Tom",
        "Leila",
        "Gareth",
        "Nadia",
        "Rhys",
        "Imogen",
        "Kofi",
        "Beth",
        "Dmitri",
        "Sunita",
        "Owen",
        "Farah",
        "Callum",
        "Mei",
        "Joanna",
        "Tariq",
        "Elsie",
        "Marcus",
        "Ingrid",
        "Femi",
        "Ruth",
        "Arjun",
        "Sian",
        "Luca",
    ];

    private static readonly ImmutableArray<string> Last =
    [
        "Ashby",
        "Tanner",
        "Okonjo",
        "Hollis",
        "Bhatt",
        "Carver",
        "Penrose",
        "Doyle",
        "Marlow",
        "Szabo",
        "Whitlock",
        "Adeyemi",
        "Fenwick",
        "Khatri",
        "Larkin",
        "Morrow",
        "Nash",
        "Orchard",
        "Quill",
        "Rahimi",
        "Stannard",
        "Thorne",
        "Underhill",
    ];

    // The lengths of the lists have no common divisor, so that no pair comes twice within their product.
    /// <summary>The name of the person with this number; no two of the first 667 are alike.</summary>
    public static string Of(int number) => $"{First[number % First.Length]} {Last[number % Last.Length]}";
}
