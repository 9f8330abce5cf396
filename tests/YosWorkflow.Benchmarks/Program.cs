using YosWorkflow.Benchmarks.Load;
using YosWorkflow.Benchmarks.Pages;

if (args is ["load", ..])
{
    return await TeamReadLoad.RunAsync(args[1..], CancellationToken.None);
}

if (args is ["pages", ..])
{
    return await PageTimes.RunAsync(args[1..], CancellationToken.None);
}

BenchmarkDotNet
    .Running.BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly())
    .Run(args);
return 0;
