namespace YosWorkflow.Web.Pages.WholeService;

/// <summary>Which of the pages of the whole service one is on.</summary>
public enum ServiceTab
{
    /// <summary>How much was done in time.</summary>
    OnTime,

    /// <summary>How long what is overdue has been so.</summary>
    Overdue,

    /// <summary>What falls due in the weeks ahead.</summary>
    Workload,

    /// <summary>The children looked after, in need, or with a plan.</summary>
    Children,

    /// <summary>What may be wrong or missing in the record.</summary>
    DataQuality,

    /// <summary>The reports for others.</summary>
    Reports,
}
