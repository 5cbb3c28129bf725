namespace SigmaPS.Core.Diagnostics;

/// <summary>What went wrong, one name a row of docs/errors.md; the error id is "Sigma" followed by the name.</summary>
public enum ErrorCode
{
    /// <summary>No session is connected.</summary>
    NotConnected,

    /// <summary>Several organisations are connected and none belongs to this runspace.</summary>
    SessionAmbiguous,

    /// <summary>The session was disconnected or belongs to another process.</summary>
    SessionNotLive,

    /// <summary>Client id, secret, token, region or host is wrong; the service does not tell which.</summary>
    AuthenticationFailed,

    /// <summary>An access token that cannot be renewed has come to its end.</summary>
    TokenExpired,

    /// <summary>The user behind the credentials lacks a permission.</summary>
    PermissionDenied,

    /// <summary>A firewall in front of the service refused the request.</summary>
    BlockedByEdge,

    /// <summary>Too many requests.</summary>
    Throttled,

    /// <summary>The service answered with a fault of its own.</summary>
    ServiceUnavailable,

    /// <summary>The host's name is unknown, or it cannot be reached, or the connection broke.</summary>
    NetworkUnavailable,

    /// <summary>No secure connection came about.</summary>
    TlsFailed,

    /// <summary>The proxy refused or cannot be reached.</summary>
    ProxyFailed,

    /// <summary>A page came where JSON belongs.</summary>
    NotJson,

    /// <summary>JSON came, but not what the API promises.</summary>
    UnexpectedAnswer,

    /// <summary>The service refused the request for a reason that has no kind of its own.</summary>
    RequestRefused,

    /// <summary>Something is missing on the command line, or two things contradict each other.</summary>
    InvalidArgument,

    /// <summary>An address is no API address.</summary>
    InvalidAddress,

    /// <summary>No such model, or not for this user.</summary>
    ModelNotFound,

    /// <summary>Several models have the name.</summary>
    ModelAmbiguous,

    /// <summary>The model is in the trash.</summary>
    ModelArchived,

    /// <summary>The model was deployed from another organisation and is changed there only.</summary>
    ModelReadOnly,

    /// <summary>What an id names is no data model.</summary>
    NotADataModel,

    /// <summary>No such file, folder, connection, table or member, or not for this user.</summary>
    ItemNotFound,

    /// <summary>An id is neither UUID, short id nor address of a data model.</summary>
    InvalidId,

    /// <summary>A text or object is no complete, well-formed representation.</summary>
    InvalidSpec,

    /// <summary>A list that a model cannot do without is null.</summary>
    SpecListIsNull,

    /// <summary>An object holds what JSON, or a SpecNode, cannot.</summary>
    SpecNotRepresentable,

    /// <summary>The live model has moved on since the spec was read.</summary>
    SpecConflict,

    /// <summary>It is not known which version the spec builds on.</summary>
    SpecNoBase,

    /// <summary>Two different specs for one model came in one pipeline.</summary>
    SpecDuplicateTarget,

    /// <summary>An edit of a spec in memory is about something that is not there.</summary>
    SpecItemNotFound,

    /// <summary>An edit of a spec in memory would break something, or is not clear.</summary>
    EditRefused,

    /// <summary>The write would take things out of the model.</summary>
    RemovalNotAllowed,

    /// <summary>The write would take a name or an ID away from consumers.</summary>
    BreaksConsumers,

    /// <summary>The model holds elements that no representation shows.</summary>
    UnrepresentedContent,

    /// <summary>It is not known whether a write was applied.</summary>
    WriteOutcomeUnknown,

    /// <summary>The content is published, but the new name or description is not.</summary>
    RenameFailed,

    /// <summary>An export ended without all the models it was asked for.</summary>
    ExportIncomplete,

    /// <summary>The environment file is wrong, or does not fit the organisation or the folder of models.</summary>
    InvalidEnvironment,

    /// <summary>The session is connected to another organisation than the environment's.</summary>
    WrongOrganization,

    /// <summary>What a plan was made from has changed since.</summary>
    PlanStale,

    /// <summary>A release ended without all the models it was asked for.</summary>
    ReleaseIncomplete,

    /// <summary>A file cannot be read or written.</summary>
    FileFailed,

    /// <summary>The module's own files are incomplete or a fault of its own came up.</summary>
    Internal,
}
