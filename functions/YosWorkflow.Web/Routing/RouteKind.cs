namespace YosWorkflow.Web.Routing;

/// <summary>For whom a route answers, and so in what form it says that something went wrong.</summary>
public enum RouteKind
{
    /// <summary>For programs: JSON, and problem details.</summary>
    Api,

    /// <summary>For people: HTML, and error pages.</summary>
    Page,
}
