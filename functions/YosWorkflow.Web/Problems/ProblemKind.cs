using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace YosWorkflow.Web.Problems;

/// <summary>A kind of problem that a route answers with, as RFC 9457 has it.</summary>
/// <param name="Name">Its name, the last part of its type.</param>
/// <param name="Status">The HTTP status that goes with it.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Remedy">What whoever called can do about it.</param>
public sealed record ProblemKind(string Name, int Status, string Title, string Remedy)
{
    /// <summary>A field of the query, the path or the body is missing or can't be read.</summary>
    public static ProblemKind InvalidFields { get; } =
        new(
            "invalid-fields",
            StatusCodes.Status400BadRequest,
            "The request has fields that can't be read",
            "Mend the fields that are named, and send it again."
        );

    /// <summary>The body is not what the route reads.</summary>
    public static ProblemKind UnreadableBody { get; } =
        new(
            "unreadable-body",
            StatusCodes.Status400BadRequest,
            "The body can't be read",
            "Send a body of the type and shape that the route reads."
        );

    /// <summary>A file was refused whole, and nothing was changed.</summary>
    public static ProblemKind RefusedFile { get; } =
        new(
            "refused-file",
            StatusCodes.Status400BadRequest,
            "The file can't be imported",
            "Nothing was changed. Mend the file as the detail says and send it again."
        );

    /// <summary>Who calls is not who they say they are.</summary>
    public static ProblemKind Unverified { get; } =
        new(
            "unverified",
            StatusCodes.Status401Unauthorized,
            "The request is not verified",
            "Sign the request with the key that belongs to the one in the settings."
        );

    /// <summary>Nobody is signed in, and there is no key.</summary>
    public static ProblemKind NotSignedIn { get; } =
        new(
            "not-signed-in",
            StatusCodes.Status401Unauthorized,
            "Nobody is signed in",
            "Sign in, or send a function key in the header x-functions-key."
        );

    /// <summary>Pages need people to be signed in, and nobody can sign in.</summary>
    public static ProblemKind SignInMissing { get; } =
        new(
            "sign-in-missing",
            StatusCodes.Status403Forbidden,
            "There is no sign-in",
            "Whoever looks after the service has to switch on App Service authentication for this app."
        );

    /// <summary>Who is signed in has no place in the service.</summary>
    public static ProblemKind NoPlaceHere { get; } =
        new(
            "no-place-here",
            StatusCodes.Status403Forbidden,
            "You have no place in this service",
            "An administrator can put you on the staff list, with your Entra object id, or set you to be at work."
        );

    /// <summary>It is for others.</summary>
    public static ProblemKind NotYours { get; } =
        new(
            "not-yours",
            StatusCodes.Status403Forbidden,
            "This is for others to see or to do",
            "If you need it for your work, ask an administrator whether your role in the staff list is right."
        );

    /// <summary>It comes from another site's page.</summary>
    public static ProblemKind ForeignPage { get; } =
        new(
            "foreign-page",
            StatusCodes.Status403Forbidden,
            "It does not come from a page of this service",
            "Open the page of this service and do it there."
        );

    /// <summary>There is no such thing.</summary>
    public static ProblemKind NotFound { get; } =
        new(
            "not-found",
            StatusCodes.Status404NotFound,
            "Not found",
            "Check the address and the references in it."
        );

    /// <summary>The address exists, but not with this method.</summary>
    public static ProblemKind MethodNotAllowed { get; } =
        new(
            "method-not-allowed",
            StatusCodes.Status405MethodNotAllowed,
            "Method not allowed",
            "Use one of the methods that the Allow header lists."
        );

    /// <summary>The answer can't be given in any form that the request takes.</summary>
    public static ProblemKind NotAcceptable { get; } =
        new(
            "not-acceptable",
            StatusCodes.Status406NotAcceptable,
            "There is no such form",
            "Set Accept to one of the forms that the detail lists, or leave it out."
        );

    /// <summary>The request does not fit how things stand.</summary>
    public static ProblemKind Conflict { get; } =
        new(
            "conflict",
            StatusCodes.Status409Conflict,
            "It does not fit how things stand",
            "Read the present state and decide again."
        );

    /// <summary>The body is larger than the route takes.</summary>
    public static ProblemKind TooLarge { get; } =
        new(
            "too-large",
            StatusCodes.Status413PayloadTooLarge,
            "The body is too large",
            "Send less at a time."
        );

    /// <summary>The body is of a type that the route does not read.</summary>
    public static ProblemKind UnsupportedType { get; } =
        new(
            "unsupported-type",
            StatusCodes.Status415UnsupportedMediaType,
            "The body's type is not supported",
            "Set Content-Type to what the route reads."
        );

    /// <summary>The request can be read but not carried out.</summary>
    public static ProblemKind CannotBeDone { get; } =
        new(
            "cannot-be-done",
            StatusCodes.Status422UnprocessableEntity,
            "It can't be done as asked",
            "The detail says which rule stands against it."
        );

    /// <summary>It was called too often.</summary>
    public static ProblemKind TooMany { get; } =
        new(
            "too-many",
            StatusCodes.Status429TooManyRequests,
            "Too many requests",
            "Wait as many seconds as the Retry-After header says."
        );

    /// <summary>Something went wrong on our side.</summary>
    public static ProblemKind Unexpected { get; } =
        new(
            "unexpected",
            StatusCodes.Status500InternalServerError,
            "Something went wrong",
            "Try again; if it stays so, give the trace id to whoever looks after the service."
        );

    /// <summary>Storage does not answer.</summary>
    public static ProblemKind StorageDown { get; } =
        new(
            "storage-down",
            StatusCodes.Status503ServiceUnavailable,
            "Storage does not answer",
            "Nothing is lost. Try again in a while."
        );

    /// <summary>All kinds, in the order of their status.</summary>
    public static ImmutableArray<ProblemKind> All { get; } =
    [
        InvalidFields,
        UnreadableBody,
        RefusedFile,
        Unverified,
        NotSignedIn,
        SignInMissing,
        NoPlaceHere,
        NotYours,
        ForeignPage,
        NotFound,
        MethodNotAllowed,
        NotAcceptable,
        Conflict,
        TooLarge,
        UnsupportedType,
        CannotBeDone,
        TooMany,
        Unexpected,
        StorageDown,
    ];

    /// <summary>Its type: the place on the page of problems that explains it, relative to the host.</summary>
    public string Type => "/problems#" + Name;
}
