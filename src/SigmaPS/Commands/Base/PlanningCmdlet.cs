using System.Management.Automation;

namespace SigmaPS.Commands;

/// <summary>A cmdlet that plans from a folder and the name of an environment.</summary>
public abstract class PlanningCmdlet : ReleaseCmdlet
{
    /// <summary>The folder of models; without it the current one.</summary>
    [Parameter(ParameterSetName = "Path", Position = 0)]
    [SupportsWildcards]
    public string Path { get; set; } = ".";

    /// <summary>The same, where wildcards are plain characters.</summary>
    [Parameter(ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    public string? LiteralPath { get; set; }

    /// <summary>The environment of the file.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(Completion.EnvironmentCompleter))]
    public string? Environment { get; set; }

    /// <summary>Only models of these names; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>The folder as the user named it.</summary>
    private protected string NamedFolder => ParameterSetName == "LiteralPath" ? ModelFolder(LiteralPath ?? ".", literal: true) : ModelFolder(Path, literal: false);
}
