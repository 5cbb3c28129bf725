using System.Management.Automation;
using SigmaPS.Workflows;

namespace SigmaPS.Commands;

/// <summary>A cmdlet that plans writes without a folder and an environment.</summary>
public abstract class ReleasePlanCmdlet : SigmaSessionCmdlet
{
    /// <summary>A file to save the plan to, for a later stage.</summary>
    [Parameter]
    public string? SavePath { get; set; }

    /// <summary>Plans to replace models that contain elements which a spec cannot represent.</summary>
    [Parameter]
    public SwitchParameter AllowUnrepresented { get; set; }

    /// <summary>Plans changes that certainly break consumers without counting them as blockers.</summary>
    [Parameter]
    public SwitchParameter AllowBreak { get; set; }

    /// <summary>Blocks the plan if possible consumers exist, or if documents could not be checked.</summary>
    [Parameter]
    public SwitchParameter RequireCompleteUsage { get; set; }

    /// <summary>The largest number of requests to bring the usage index up to date.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int MaxUsageRequests { get; set; } = UsageGate.DefaultRequests;

    /// <summary>The folder for the usage index; the default is the user's cache folder.</summary>
    [Parameter]
    public string? IndexPath { get; set; }

    /// <summary>Plans content with errors without counting them as blockers.</summary>
    [Parameter]
    public SwitchParameter SkipValidation { get; set; }

    /// <summary>Ignores errors of these rules; all other rules stay on.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.RuleCompleter))]
    public string[]? AllowIssue { get; set; }

    /// <summary>Resolves a path to exactly one folder.</summary>
    private protected string ModelFolder(string path, bool literal, string? parameter = null) =>
        Binding.PathResolver.ResolveFolder(this, path, literal, parameter);
}
