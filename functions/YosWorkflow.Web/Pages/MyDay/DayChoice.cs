using YosWorkflow.Web.Pages.Shared;
using YosWorkflow.Web.Reading;

namespace YosWorkflow.Web.Pages.MyDay;

/// <summary>Which part of a day is asked for.</summary>
/// <param name="Line">The line that a message leads to (<c>line</c>), or null. The pages on which it stands come before those asked for.</param>
/// <param name="Page">Which page of their own (<c>page</c>).</param>
/// <param name="People">Which page of their colleagues (<c>people</c>).</param>
internal sealed record DayChoice(string? Line, int Page, int People)
{
    // A case's reference and a rule's id, each of whose letters may be written as five.
    private const int LongestLine = 1_100;

    /// <summary>Reads the choice from a query.</summary>
    public static DayChoice Read(RequestFields fields) =>
        new(
            fields.Text("line", LongestLine),
            fields.Number("page", 1, 1, int.MaxValue),
            fields.Number("people", 1, 1, int.MaxValue)
        );

    /// <summary>Whether an item is the one that a message leads to.</summary>
    public bool Holds(OwedItem item) => Line is not null && item.LineId == Line;

    /// <summary>The page of their own to show.</summary>
    public int PageOf(IReadOnlyList<OwedItem> own, Func<OwedItem, bool> isMeant) =>
        PageWith(own, isMeant, MyDayModel.OwnOnPage) ?? Page;

    /// <summary>The page of their colleagues to show.</summary>
    public int PeopleOf(IReadOnlyList<ColleagueDay> colleagues, Func<ColleagueDay, bool> isMeant) =>
        PageWith(colleagues, isMeant, MyDayModel.ColleaguesOnPage) ?? People;

    private static int? PageWith<T>(IReadOnlyList<T> all, Func<T, bool> isMeant, int onPage)
    {
        for (var at = 0; at < all.Count; at++)
        {
            if (isMeant(all[at]))
            {
                return (at / onPage) + 1;
            }
        }

        return null;
    }
}
