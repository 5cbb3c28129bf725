namespace SigmaPS.Core.Diagnostics;

/// <summary>The kinds of errors, one name per row of docs/errors.md. The error ID is "Sigma" followed by the name.</summary>
public enum ErrorCode
{
    /// <summary>No session is connected.</summary>
    NotConnected,

    /// <summary>Several organizations are connected and none belongs to this runspace.</summary>
    SessionAmbiguous,

    /// <summary>The session was disconnected or belongs to another process.</summary>
    SessionNotLive,

    /// <summary>Client ID, secret, token, region or host is wrong. The service does not show which.</summary>
    AuthenticationFailed,

    /// <summary>An access token or a browser login that cannot be renewed has expired.</summary>
    TokenExpired,

    /// <summary>A browser login was refused, was not completed, or is not offered by the host.</summary>
    SignInFailed,

    /// <summary>The user behind the credentials lacks a permission.</summary>
    PermissionDenied,

    /// <summary>A firewall in front of the service refused the request.</summary>
    BlockedByEdge,

    /// <summary>Too many requests.</summary>
    Throttled,

    /// <summary>The service responded with a server error.</summary>
    ServiceUnavailable,

    /// <summary>The host's name is unknown, or the host cannot be reached, or the connection broke.</summary>
    NetworkUnavailable,

    /// <summary>No secure connection could be established.</summary>
    TlsFailed,

    /// <summary>The proxy refused or cannot be reached.</summary>
    ProxyFailed,

    /// <summary>Sigma sent an HTML page instead of JSON.</summary>
    NotJson,

    /// <summary>The JSON of a response differs from the API's description.</summary>
    UnexpectedAnswer,

    /// <summary>The service refused the request for a reason that has no error code of its own.</summary>
    RequestRefused,

    /// <summary>An argument is missing, or two arguments contradict each other.</summary>
    InvalidArgument,

    /// <summary>An address is not an API address.</summary>
    InvalidAddress,

    /// <summary>The model does not exist, or this user may not see it.</summary>
    ModelNotFound,

    /// <summary>Several models have the name.</summary>
    ModelAmbiguous,

    /// <summary>The model is in the trash.</summary>
    ModelArchived,

    /// <summary>The model was deployed from another organization and is changed there only.</summary>
    ModelReadOnly,

    /// <summary>An ID belongs to an item that is not a data model.</summary>
    NotADataModel,

    /// <summary>The file, folder, connection, table or member does not exist, or this user may not see it.</summary>
    ItemNotFound,

    /// <summary>An ID is neither UUID, short ID nor address of a data model.</summary>
    InvalidId,

    /// <summary>A text or object is not a complete, well-formed spec.</summary>
    InvalidSpec,

    /// <summary>A list that a model needs is null.</summary>
    SpecListIsNull,

    /// <summary>An object contains a value that JSON or a SpecNode cannot represent.</summary>
    SpecNotRepresentable,

    /// <summary>The live model was changed after the spec was read.</summary>
    SpecConflict,

    /// <summary>The base version of the spec is unknown.</summary>
    SpecNoBase,

    /// <summary>One pipeline contains two different specs for one model.</summary>
    SpecDuplicateTarget,

    /// <summary>An edit of a spec in memory refers to an element or column that does not exist.</summary>
    SpecItemNotFound,

    /// <summary>An edit of a spec in memory would break a reference, or is ambiguous.</summary>
    EditRefused,

    /// <summary>The write would remove items from the model.</summary>
    RemovalNotAllowed,

    /// <summary>The write would remove a name or an ID that consumers use.</summary>
    BreaksConsumers,

    /// <summary>The model contains elements that a spec cannot represent.</summary>
    UnrepresentedContent,

    /// <summary>No response confirmed a write, and the live model does not show whether it was applied.</summary>
    WriteOutcomeUnknown,

    /// <summary>The content is published, but the new name or description is not.</summary>
    RenameFailed,

    /// <summary>An export ended, and not every requested model is in the folder.</summary>
    ExportIncomplete,

    /// <summary>The environment file is wrong, or does not fit the organization or the folder of models.</summary>
    InvalidEnvironment,

    /// <summary>The session is connected to an organization other than the environment's.</summary>
    WrongOrganization,

    /// <summary>The files, the environment or the live models have changed since the plan was made.</summary>
    PlanStale,

    /// <summary>A release ended, and not every model equals its file.</summary>
    ReleaseIncomplete,

    /// <summary>A file cannot be read or written.</summary>
    FileFailed,

    /// <summary>The module's own files are incomplete, or the module has an internal error.</summary>
    Internal,
}
