using YosWorkflow.Core.Calendar;
using YosWorkflow.Core.Caseload;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Core.Standards;

namespace YosWorkflow.Services.Chasing;

/// <summary>The rules by which this service works, as its settings choose them.</summary>
/// <param name="Pack">The standards pack, with the service's own choices applied.</param>
/// <param name="Calendar">Working days.</param>
/// <param name="Ladder">The ladder of the chase.</param>
/// <param name="DayZero">Whether the day on which a clock starts counts.</param>
public sealed record ServiceRules(
    StandardsPack Pack,
    WorkingDayCalendar Calendar,
    Ladder Ladder,
    DayZero DayZero
)
{
    /// <summary>Reads obligations by these rules.</summary>
    public ObligationReader ReaderFor(Staff staff) => new(Pack, Calendar, staff, DayZero);
}
