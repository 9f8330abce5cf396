namespace YosWorkflow.Services.Storage;

/// <summary>The rows of a team's partition in <see cref="TableName.Chasing"/> that belong to a case and go where it goes.</summary>
public static class ChasingRow
{
    /// <summary>
    /// The property that says to which team a case has gone. A told row that has it is void: it only stays so that a chase which
    /// read the case before it went can't record anything on it any more.
    /// </summary>
    public const string MovedTo = nameof(MovedTo);

    /// <summary>What the keys of told rows begin with.</summary>
    public const string ToldPrefix = "told|";

    /// <summary>What the keys of acknowledgements begin with.</summary>
    public const string AcknowledgementPrefix = "ack|";

    /// <summary>The key of what was told on a case.</summary>
    public static string Told(string caseRef) => ToldPrefix + caseRef;

    /// <summary>What the keys of a case's acknowledgements begin with.</summary>
    public static string Acknowledgements(string caseRef) =>
        AcknowledgementPrefix + caseRef + StorageKey.Separator;
}
