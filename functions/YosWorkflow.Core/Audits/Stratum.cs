namespace YosWorkflow.Core.Audits;

/// <summary>A stratum of a draw.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Size">How many cases of the frame are in it.</param>
/// <param name="Weight">How much a case of it counts when places are given; 1 unless it is over-sampled.</param>
/// <param name="Drawn">How many places it was given.</param>
public sealed record Stratum(string Name, int Size, int Weight, int Drawn);
