using Microsoft.AspNetCore.Http;
using YosWorkflow.Core;
using YosWorkflow.Core.Chasing;
using YosWorkflow.Services.Storage;
using YosWorkflow.Web.Pages.Shared;

namespace YosWorkflow.Web.Pages.Deliveries;

/// <summary>A message's address: its day, its person and its channel.</summary>
internal static class MessageAddress
{
    /// <summary>The field that says what has just been done about it.</summary>
    public const string DoneField = "done";

    /// <summary>The address of a message, or of what is done about it.</summary>
    public static string Of(DigestKey key, string? action = null, string? done = null) =>
        Addresses.With(
            $"/deliveries/{IsoDate.Format(key.Day)}/{Uri.EscapeDataString(key.PersonId)}/{Codes<Channel>.Of(key.Channel)}"
                + (action is null ? "" : "/" + action),
            (DoneField, done)
        );

    /// <summary>The message that a request is for; null if its address is none of a message.</summary>
    public static DigestKey? Read(HttpRequest request) =>
        IsoDate.TryParse((string?)request.RouteValues["date"], out var day)
        && request.RouteValues["personId"] is string personId
        && StorageKey.FaultOf(personId) is null
        && Codes<Channel>.TryRead((string?)request.RouteValues["channel"], out var channel)
            ? new DigestKey(day, personId, channel)
            : null;
}
