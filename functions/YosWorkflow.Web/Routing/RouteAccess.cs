namespace YosWorkflow.Web.Routing;

/// <summary>Who may call a route where it can be reached by others than the person at the machine.</summary>
public enum RouteAccess
{
    /// <summary>A signed-in person, or whoever holds a function key.</summary>
    Restricted,

    /// <summary>Anyone: the route shows nothing of the caseload, or checks who is calling by itself.</summary>
    Anyone,
}
