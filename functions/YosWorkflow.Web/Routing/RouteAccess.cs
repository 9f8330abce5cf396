namespace YosWorkflow.Web.Routing;

/// <summary>
/// Who may call a route. Whoever sits at the machine of an installation for development may call all of them.
/// </summary>
public enum RouteAccess
{
    /// <summary>A signed-in member of staff, who sees what is theirs; or whoever holds a function key.</summary>
    Restricted,

    /// <summary>Anyone: the route shows nothing of the caseload, or checks who is calling by itself.</summary>
    Anyone,

    /// <summary>Those who look after deliveries or answer for the whole service; or whoever holds a function key.</summary>
    Deliveries,

    /// <summary>Those who answer for the whole service; or whoever holds a function key.</summary>
    WholeService,

    /// <summary>Administrators; or whoever holds a function key.</summary>
    Software,

    /// <summary>
    /// Whoever sits at the machine of an installation for development, signed in or not; for anyone else it does not exist.
    /// </summary>
    Development,
}
