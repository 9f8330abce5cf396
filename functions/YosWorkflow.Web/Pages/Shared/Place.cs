namespace YosWorkflow.Web.Pages.Shared;

/// <summary>Which of the places in the navigation a page is.</summary>
public enum Place
{
    /// <summary>None of them.</summary>
    Elsewhere,

    /// <summary>Today.</summary>
    Today,

    /// <summary>The obligations.</summary>
    Obligations,

    /// <summary>A team.</summary>
    MyTeam,

    /// <summary>The whole service.</summary>
    Service,

    /// <summary>The audits.</summary>
    Audits,

    /// <summary>The deliveries.</summary>
    Deliveries,

    /// <summary>The runs.</summary>
    Runs,

    /// <summary>The import.</summary>
    Import,

    /// <summary>What was sent.</summary>
    Sent,
}
