using System.Globalization;
using YosWorkflow.Web.Rendering;

namespace YosWorkflow.Web.Pages.Shared;

/// <summary>Moments as people in the service read them: by the clock on their wall, summer and winter.</summary>
internal static class Moments
{
    /// <summary>Such as <c>Tue 4 Oct 2011, 09:05</c>.</summary>
    public static string Moment(this Site site, DateTimeOffset at) => Words(site.ToLocal(at));

    /// <summary>A moment that is in the service's own time already.</summary>
    public static string Words(DateTimeOffset local) =>
        $"{Dates.Short(DateOnly.FromDateTime(local.DateTime))}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
}
