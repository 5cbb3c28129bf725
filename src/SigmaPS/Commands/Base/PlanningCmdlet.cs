using System.Management.Automation;

namespace SigmaPS.Commands;

/// <summary>A cmdlet that plans from a folder and the name of an environment.</summary>
public abstract class PlanningCmdlet : ReleaseCmdlet
{
    /// <summary>The folder of models; the default is the current location. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "Path", Position = 0)]
    [SupportsWildcards]
    public string Path { get; set; } = ".";

    /// <summary>The folder of models, taken literally.</summary>
    [Parameter(ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    public string? LiteralPath { get; set; }

    /// <summary>The name of the environment in the file.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(Completion.EnvironmentCompleter))]
    public string? Environment { get; set; }

    /// <summary>Plans only models with these names; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>The folder as the user specified it.</summary>
    private protected string NamedFolder =>
        ParameterSetName == "LiteralPath" ? ModelFolder(LiteralPath ?? ".", literal: true) : ModelFolder(Path, literal: false);
}
