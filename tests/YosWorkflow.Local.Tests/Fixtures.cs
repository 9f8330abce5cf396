using YosWorkflow.TestKit;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]
