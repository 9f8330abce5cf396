using YosWorkflow.Benchmarks.Load;

if (args is ["load", ..])
{
    return await TeamReadLoad.RunAsync(args[1..], CancellationToken.None);
}

BenchmarkDotNet
    .Running.BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly())
    .Run(args);
return 0;
