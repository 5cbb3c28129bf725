using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace SigmaPS.Binding;

/// <summary>Converts -Spec, -Json, -Path and -LiteralPath to specs. An error of one path or file does not stop the others.</summary>
/// <param name="cmdlet">The cmdlet, for its parameter set and location.</param>
/// <param name="run">Runs an action and reports its error for a target.</param>
internal sealed class SpecParameterBinder(PSCmdlet cmdlet, Action<object?, Action> run)
{
    private readonly PSCmdlet _cmdlet = cmdlet;
    private readonly Action<object?, Action> _run = run;

    /// <summary>The command's action, for the error without input, for example write or validate.</summary>
    public string Verb { get; set; } = "write";

    /// <summary>Whether folders are expanded to their files.</summary>
    public bool TakesFolders { get; set; }

    /// <summary>Passes every spec of the bound parameters to a callback.</summary>
    /// <param name="spec">-Spec.</param>
    /// <param name="json">-Json.</param>
    /// <param name="path">-Path.</param>
    /// <param name="literalPath">-LiteralPath.</param>
    /// <param name="take">Receives a spec; each file has its own error handling.</param>
    public void ForEachSpec(object? spec, string[]? json, string[]? path, string[]? literalPath, Action<SpecInput> take)
    {
        switch (_cmdlet.ParameterSetName)
        {
            case "Json":
                _run(null, () => take(SpecInput.FromText(string.Join("\n", json ?? Array.Empty<string>()))));
                break;
            case "Path":
                Files(path, literal: false, take);
                break;
            case "LiteralPath":
                Files(literalPath, literal: true, take);
                break;
            case var _ when FileArgument.PathOf(spec) is { } file:
                Files(new[] { file }, literal: true, take);
                break;
            default:
                _run(null, () => take(SpecInput.FromObject(spec ?? throw BindingErrors.NoSpec(Verb))));
                break;
        }
    }

    /// <summary>Passes every spec of the paths to a callback.</summary>
    /// <param name="paths">Paths as given.</param>
    /// <param name="literal">Whether wildcards are plain characters.</param>
    /// <param name="take">Receives a spec.</param>
    public void Files(IEnumerable<string>? paths, bool literal, Action<SpecInput> take) => _run(null, () =>
    {
        foreach (var path in PathResolver.RequireValue(paths, literal))
        {
            _run(path, () =>
            {
                if (TakesFolders)
                {
                    SpecPaths.ForEachFile(_cmdlet, path, literal, _run, file => take(SpecInput.FromFile(file)));
                    return;
                }

                foreach (var file in PathResolver.Resolve(_cmdlet, new[] { path }, literal))
                {
                    _run(file, () => take(SpecInput.FromFile(file)));
                }
            });
        }
    });
}
