using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using YosWorkflow.Functions.Http;
using YosWorkflow.Web.Access;
using YosWorkflow.Web.Routing;

namespace YosWorkflow.Functions.Tests.Http;

/// <summary>A function of the app with an HTTP trigger, and the handler that it runs, read out of its code.</summary>
internal sealed record HttpFunction(
    string Name,
    HttpTriggerAttribute Trigger,
    Type Handler,
    bool SaysKeyWasChecked
)
{
    private const byte Call = 0x28;
    private const byte CallVirtual = 0x6F;

    public static IReadOnlyList<HttpFunction> All { get; } =
    [
        .. typeof(OpenFunctions)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => TriggerOf(method) is not null)
            .Select(Read),
    ];

    /// <summary>The template as the table of routes writes it.</summary>
    public string Template => Trigger.Route == PageFunctions.Home ? "/" : "/" + Trigger.Route;

    private static HttpTriggerAttribute? TriggerOf(MethodInfo method) =>
        method
            .GetParameters()
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .SingleOrDefault(trigger => trigger is not null);

    private static HttpFunction Read(MethodInfo method)
    {
        var runs = Assert.Single(CallsOf(method), call => call.Name == nameof(RouteRunner.RunAsync));
        return new HttpFunction(
            method.GetCustomAttribute<FunctionAttribute>()!.Name,
            TriggerOf(method)!,
            Assert.Single(runs.GetGenericArguments()),
            SaysKeyWasChecked: CallsOf(method).Any(call => call.DeclaringType == typeof(FunctionKey))
        );
    }

    // Any four bytes after a call's code may be a token; those that are none are passed over.
    private static IEnumerable<MethodBase> CallsOf(MethodInfo method)
    {
        var code = method.GetMethodBody()!.GetILAsByteArray()!;
        for (var at = 0; at + 4 < code.Length; at++)
        {
            if (
                code[at] is Call or CallVirtual
                && Resolve(method, BitConverter.ToInt32(code, at + 1)) is { } called
            )
            {
                yield return called;
            }
        }
    }

    private static MethodBase? Resolve(MethodInfo method, int token)
    {
        try
        {
            return method.Module.ResolveMethod(token);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
