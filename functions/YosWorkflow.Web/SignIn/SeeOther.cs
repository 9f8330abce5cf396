using Microsoft.AspNetCore.Http;

namespace YosWorkflow.Web.SignIn;

/// <summary>The answer to a form: go on to another address, by GET.</summary>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
