using System.Collections.Generic;
using System.Management.Automation;

namespace SigmaPS.Errors;

/// <summary>The error table of docs/errors.md: ID, category, whether it ends the command, and what to do.</summary>
internal sealed class ErrorTable
{
    private static readonly Dictionary<Core.Diagnostics.ErrorCode, ErrorTable> Rows = new()
    {
        [Core.Diagnostics.ErrorCode.NotConnected] = Ends(ErrorCategory.ConnectionError, "Run Connect-Sigma."),
        [Core.Diagnostics.ErrorCode.SessionAmbiguous] = Ends(ErrorCategory.InvalidOperation, "Name the session with -Session."),
        [Core.Diagnostics.ErrorCode.SessionNotLive] = Ends(ErrorCategory.ConnectionError, "Run Connect-Sigma again."),
        [Core.Diagnostics.ErrorCode.AuthenticationFailed] = Ends(
            ErrorCategory.AuthenticationError,
            "Check client ID, secret and region; the secret is shown only once, when the credentials are made.",
            adds: true),
        [Core.Diagnostics.ErrorCode.TokenExpired] = Ends(
            ErrorCategory.AuthenticationError,
            "Connect again: with -Interactive, with a new token, or with client ID and secret.",
            adds: true),
        [Core.Diagnostics.ErrorCode.SignInFailed] = Ends(
            ErrorCategory.AuthenticationError,
            "Run Connect-Sigma -Interactive again, or use client credentials."),
        [Core.Diagnostics.ErrorCode.PermissionDenied] = Item(
            ErrorCategory.PermissionDenied,
            "Give the owner of the credentials the permission and the grant that the message names.",
            adds: true),
        [Core.Diagnostics.ErrorCode.BlockedByEdge] = Item(
            ErrorCategory.PermissionDenied,
            "Ask the network team, or Sigma's support, which text the firewall in front of Sigma refuses.",
            adds: true),
        [Core.Diagnostics.ErrorCode.Throttled] = Item(ErrorCategory.LimitsExceeded, "Wait a minute, then try again with less at once."),
        [Core.Diagnostics.ErrorCode.ServiceUnavailable] = Item(
            ErrorCategory.ResourceUnavailable,
            "Try again later; if the error stays, give the request ID to Sigma's support.",
            adds: true),
        [Core.Diagnostics.ErrorCode.NetworkUnavailable] = Item(
            ErrorCategory.ConnectionError,
            "Check network, DNS and firewall.",
            adds: true),
        [Core.Diagnostics.ErrorCode.TlsFailed] = Item(
            ErrorCategory.SecurityError,
            "Check the machine's clock, root certificates, and any proxy that inspects traffic.",
            adds: true),
        [Core.Diagnostics.ErrorCode.ProxyFailed] = Item(ErrorCategory.ConnectionError, "Check the system's proxy settings.", adds: true),
        [Core.Diagnostics.ErrorCode.NotJson] = Item(
            ErrorCategory.InvalidData,
            "Check -Region or -BaseUrl: the API has a host of its own.",
            adds: true),
        [Core.Diagnostics.ErrorCode.UnexpectedAnswer] = Item(
            ErrorCategory.InvalidData,
            "Try again; if the error stays, give the request ID to Sigma's support.",
            adds: true),
        [Core.Diagnostics.ErrorCode.RequestRefused] = Item(
            ErrorCategory.InvalidData,
            "Change the part that the service refuses.",
            adds: true),
        [Core.Diagnostics.ErrorCode.InvalidArgument] = Ends(ErrorCategory.InvalidArgument, "See Get-Help for the command."),
        [Core.Diagnostics.ErrorCode.InvalidAddress] = Ends(ErrorCategory.InvalidArgument, "Give a region, or the API's own address."),
        [Core.Diagnostics.ErrorCode.ModelNotFound] = Item(
            ErrorCategory.ObjectNotFound,
            "Check the ID and the organization, and whether the owner of the credentials may see the model.",
            adds: true),
        [Core.Diagnostics.ErrorCode.ModelAmbiguous] = Item(
            ErrorCategory.InvalidArgument,
            "Use the ID of one of the models that the message lists."),
        [Core.Diagnostics.ErrorCode.ModelArchived] = Item(ErrorCategory.ResourceUnavailable, "Restore the model from the trash first."),
        [Core.Diagnostics.ErrorCode.ModelReadOnly] = Item(
            ErrorCategory.PermissionDenied,
            "Change the model in the organization that it is deployed from."),
        [Core.Diagnostics.ErrorCode.NotADataModel] = Item(ErrorCategory.InvalidArgument, "Give the ID of a data model."),
        [Core.Diagnostics.ErrorCode.ItemNotFound] = Item(
            ErrorCategory.ObjectNotFound,
            "Check ID, path and organization, and whether the owner of the credentials may see it.",
            adds: true),
        [Core.Diagnostics.ErrorCode.InvalidId] = Item(
            ErrorCategory.InvalidArgument,
            "Give the UUID, the short ID or the address of the model."),
        [Core.Diagnostics.ErrorCode.InvalidSpec] = Item(
            ErrorCategory.InvalidData,
            "Correct the items that the message names; the model is unchanged."),
        [Core.Diagnostics.ErrorCode.SpecListIsNull] = Item(ErrorCategory.InvalidData, "To set an empty list, assign @()."),
        [Core.Diagnostics.ErrorCode.SpecNotRepresentable] = Item(
            ErrorCategory.InvalidData,
            "Use text instead: Get-SigmaDataModelSpec -AsJson and Set-SigmaDataModelSpec -Json preserve it."),
        [Core.Diagnostics.ErrorCode.SpecConflict] = Item(
            ErrorCategory.ResourceExists,
            "Read the model again and repeat the edit, or use -IgnoreConflict."),
        [Core.Diagnostics.ErrorCode.SpecNoBase] = Item(
            ErrorCategory.ResourceExists,
            "Read the model first, or use -BaseDocumentVersion or -IgnoreConflict."),
        [Core.Diagnostics.ErrorCode.SpecDuplicateTarget] = Item(ErrorCategory.ResourceExists, "Send one spec per model."),
        [Core.Diagnostics.ErrorCode.SpecItemNotFound] = Item(ErrorCategory.ObjectNotFound, "List the columns with Get-SigmaSpecColumn."),
        [Core.Diagnostics.ErrorCode.EditRefused] = Item(
            ErrorCategory.InvalidOperation,
            "First change the items that the message names; the spec is unchanged."),
        [Core.Diagnostics.ErrorCode.BreaksConsumers] = Item(
            ErrorCategory.OperationStopped,
            "Inform the owners of the consumers, or add -AllowBreak."),
        [Core.Diagnostics.ErrorCode.RemovalNotAllowed] = Item(ErrorCategory.OperationStopped, "To remove these items, add -AllowRemoval."),
        [Core.Diagnostics.ErrorCode.UnrepresentedContent] = Item(
            ErrorCategory.OperationStopped,
            "Use -AllowUnrepresented if the loss is acceptable."),
        [Core.Diagnostics.ErrorCode.WriteOutcomeUnknown] = Item(
            ErrorCategory.OperationTimeout,
            "Read the model and look at its version before trying again."),
        [Core.Diagnostics.ErrorCode.RenameFailed] = Item(
            ErrorCategory.WriteError,
            "Rename the model again, or in Sigma; its content is complete."),
        [Core.Diagnostics.ErrorCode.ExportIncomplete] = Item(
            ErrorCategory.InvalidResult,
            "Look at the errors of the individual models, then export again."),
        [Core.Diagnostics.ErrorCode.InvalidEnvironment] = Item(
            ErrorCategory.InvalidData,
            "Correct the entries that the message names in the environment file or in the folder of models; nothing was written."),
        [Core.Diagnostics.ErrorCode.WrongOrganization] = Item(
            ErrorCategory.PermissionDenied,
            "Connect with the credentials of the environment's organization, or name its session with -Session."),
        [Core.Diagnostics.ErrorCode.PlanStale] = Item(ErrorCategory.ResourceExists, "Make a new plan, look at it, and publish that."),
        [Core.Diagnostics.ErrorCode.ReleaseIncomplete] = Item(
            ErrorCategory.InvalidResult,
            "Look at the results of the individual models, fix the problems that they name, then plan and publish again."),
        [Core.Diagnostics.ErrorCode.FileFailed] = Item(ErrorCategory.OpenError, "Check the path and the permissions on it.", adds: true),
        [Core.Diagnostics.ErrorCode.Internal] = Item(
            ErrorCategory.NotSpecified,
            "Install the module again; report the error if it stays.",
            adds: true),
    };

    private ErrorTable(ErrorCategory category, bool isTerminating, string action, bool adds)
    {
        Category = category;
        IsTerminating = isTerminating;
        Action = action;
        Addition = adds ? action : "";
    }

    /// <summary>All rows.</summary>
    public static IReadOnlyDictionary<Core.Diagnostics.ErrorCode, ErrorTable> All => Rows;

    /// <summary>PowerShell's category.</summary>
    public ErrorCategory Category { get; }

    /// <summary>Whether it ends the command, because every further item would fail too.</summary>
    public bool IsTerminating { get; }

    /// <summary>The recommended action.</summary>
    public string Action { get; }

    /// <summary>The action, if the message lacks it; empty if the module's own message ends with the next step.</summary>
    public string Addition { get; }

    /// <summary>The error ID.</summary>
    public static string Id(Core.Diagnostics.ErrorCode kind) => "Sigma" + kind;

    // Some messages come from the service or the network, so they do not contain the next step: the row adds it.
    private static ErrorTable Ends(ErrorCategory category, string action, bool adds = false) => new(category, true, action, adds);

    private static ErrorTable Item(ErrorCategory category, string action, bool adds = false) => new(category, false, action, adds);
}
