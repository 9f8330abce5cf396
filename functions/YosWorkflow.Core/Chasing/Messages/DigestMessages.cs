#pragma warning disable MA0025 // signatures first: the bodies come with the next commits
namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>Words what a person is told: something that is read in a minute, most serious first.</summary>
public static class DigestMessages
{
    /// <summary>A digest as an email.</summary>
    public static EmailMessage Email(DigestLetter letter) => throw new NotImplementedException();

    /// <summary>A digest as a Teams notification.</summary>
    public static TeamsMessage Teams(DigestLetter letter) => throw new NotImplementedException();
}
