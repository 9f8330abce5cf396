using System.Text;
using YosWorkflow.Local;
using YosWorkflow.Local.CommandLine;

// Names are written as they are, whatever the machine's own encoding.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await LocalCommandLine.RunAsync(args, LocalContext.OfProcess(), CancellationToken.None);
