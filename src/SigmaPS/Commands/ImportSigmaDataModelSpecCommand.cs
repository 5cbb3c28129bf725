using System.Management.Automation;
using SigmaPS.Binding;
using SigmaPS.Mapping;

namespace SigmaPS.Commands;

/// <summary>Import-SigmaDataModelSpec: reads specs from files and folders; it sends no request.</summary>
[Cmdlet(VerbsData.Import, "SigmaDataModelSpec", DefaultParameterSetName = "Path")]
[OutputType(typeof(SpecNode))]
public sealed class ImportSigmaDataModelSpecCommand : SigmaCmdlet
{
    /// <summary>Files or folders; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "Path", Position = 0)]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Files or folders, taken literally; the output of Get-ChildItem can be piped in.</summary>
    [Parameter(ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    public string[]? LiteralPath { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => Run(null, () =>
    {
        var literal = ParameterSetName == "LiteralPath";
        var given = (literal ? LiteralPath : Path) ?? throw CommandErrors.NoSpecFile();
        foreach (var path in given)
        {
            Run(path, () => SpecPaths.ForEachFile(this, path, literal, Run, file => WriteObject(SpecConverter.ReadFile(file))));
        }
    });
}
