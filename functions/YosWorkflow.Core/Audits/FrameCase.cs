namespace YosWorkflow.Core.Audits;

/// <summary>A case of the frame from which a sample is drawn.</summary>
/// <param name="CaseRef">The case.</param>
/// <param name="Stratum">The stratum it belongs to: its team, or a part of it that is given extra weight.</param>
public readonly record struct FrameCase(string CaseRef, string Stratum);
