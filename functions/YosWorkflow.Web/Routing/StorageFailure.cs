using Azure;
using Microsoft.AspNetCore.Http;

namespace YosWorkflow.Web.Routing;

/// <summary>Tells storage that can't be reached from mistakes in how it was asked.</summary>
internal static class StorageFailure
{
    /// <summary>
    /// Whether an exception means that storage is down, busy or refuses us: no answer (status 0), 5xx, 408, 429, 401 or 403.
    /// The client gathers the failures of its tries in an <see cref="AggregateException"/>.
    /// </summary>
    public static bool Is(Exception exception) =>
        exception switch
        {
            RequestFailedException failed => failed.Status
                is 0
                    or >= StatusCodes.Status500InternalServerError
                    or StatusCodes.Status401Unauthorized
                    or StatusCodes.Status403Forbidden
                    or StatusCodes.Status408RequestTimeout
                    or StatusCodes.Status429TooManyRequests,
            AggregateException several => several.InnerExceptions.Any(Is),
            _ => false,
        };
}
