using System.IO;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Mapping;

namespace SigmaPS.Errors;

/// <summary>Converts the engine's errors to PowerShell's error records.</summary>
internal static class ErrorRecordFactory
{
    /// <summary>Creates the error record of an engine error.</summary>
    /// <param name="error">The engine's error.</param>
    /// <param name="target">The target, if the error does not contain one.</param>
    public static ErrorRecord From(Core.Diagnostics.SigmaEngineException error, object? target)
    {
        error = error.Redacted(Core.Diagnostics.SecretRedactor.RedactAll);
        var row = ErrorTable.All[error.Kind];
        var id = ErrorTable.Id(error.Kind);
        var exception = new SigmaException(id, SafeText.Line(error.Message), new SigmaInnerException(error))
        {
            StatusCode = error.Status,
            ServiceCode = error.Code is null ? null : SafeText.Line(error.Code),
            RequestId = error.RequestId is null ? null : SafeText.Line(error.RequestId),
            Issues = error.Issues.Select(issue => OutputMapper.ToIssue(issue, null)).ToArray(),
        };
        var request = exception.RequestId is null ? "" : $" (request {exception.RequestId})";
        var about = target ?? error.Target;
        return new ErrorRecord(exception, id, row.Category, about is string text ? SafeText.Line(text) : about)
        {
            ErrorDetails = new ErrorDetails(exception.Message + request) { RecommendedAction = row.Addition },
        };
    }

    /// <summary>Creates the error record of a missing file of the module, which can occur before the engine is loaded.</summary>
    public static ErrorRecord From(FileNotFoundException missing) =>
        new(new SigmaException("SigmaInternal", missing.Message, missing), "SigmaInternal", ErrorCategory.NotInstalled, missing.FileName);
}
