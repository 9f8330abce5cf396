using System.Collections.Immutable;

namespace YosWorkflow.Services.Import.Csv;

/// <summary>A column of one of the files.</summary>
/// <param name="Name">Its name, as the service has it.</param>
/// <param name="Required">Whether a file must have it, and a row a value in it.</param>
/// <param name="Aliases">What other systems call it.</param>
internal sealed record FileColumn(string Name, bool Required, ImmutableArray<string> Aliases);
