using System.IO;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Mapping;

namespace SigmaPS.Errors;

/// <summary>The one funnel from the engine's faults to PowerShell's errors.</summary>
internal static class ErrorRecordFactory
{
    /// <summary>An error record that a person can act on.</summary>
    /// <param name="fault">The engine's fault.</param>
    /// <param name="target">What it is about, where the fault does not say.</param>
    public static ErrorRecord From(Core.Diagnostics.SigmaEngineException fault, object? target)
    {
        fault = fault.Redacted(Core.Http.SecretRedactor.RedactAll);
        var row = ErrorTable.All[fault.Kind];
        var id = ErrorTable.Id(fault.Kind);
        var exception = new SigmaException(id, SafeText.Line(fault.Message), new SigmaInnerException(fault))
        {
            StatusCode = fault.Status,
            ServiceCode = fault.Code is null ? null : SafeText.Line(fault.Code),
            RequestId = fault.RequestId is null ? null : SafeText.Line(fault.RequestId),
            Issues = fault.Issues.Select(issue => IssueMap.ToIssue(issue, null)).ToArray(),
        };
        var request = exception.RequestId is null ? "" : $" (request {exception.RequestId})";
        var about = target ?? fault.Target;
        return new ErrorRecord(exception, id, row.Category, about is string text ? SafeText.Line(text) : about)
        {
            ErrorDetails = new ErrorDetails(exception.Message + request) { RecommendedAction = row.Addition },
        };
    }

    /// <summary>A file of the module itself is missing: the one fault that can come up before the engine is there.</summary>
    public static ErrorRecord From(FileNotFoundException missing) =>
        new(new SigmaException("SigmaInternal", missing.Message, missing), "SigmaInternal", ErrorCategory.NotInstalled, missing.FileName);
}
