using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace SigmaPS.Binding;

/// <summary>The one way from -Spec, -Json, -Path and -LiteralPath to specs: each path and each file has an error of its own, and the others still come.</summary>
internal sealed class SpecParameterBinder
{
    private readonly PSCmdlet _cmdlet;
    private readonly Action<object?, Action> _run;

    /// <summary>Makes the way.</summary>
    /// <param name="cmdlet">The cmdlet, for its parameter set and location.</param>
    /// <param name="run">The cmdlet's funnel for errors.</param>
    public SpecParameterBinder(PSCmdlet cmdlet, Action<object?, Action> run)
    {
        _cmdlet = cmdlet;
        _run = run;
    }

    /// <summary>What the command does with a spec, for the error when there is none: write, make, judge.</summary>
    public string Verb { get; set; } = "write";

    /// <summary>Whether a folder means the files in it.</summary>
    public bool TakesFolders { get; set; }

    /// <summary>Gives every spec that the bound parameters mean.</summary>
    /// <param name="spec">-Spec.</param>
    /// <param name="json">-Json.</param>
    /// <param name="path">-Path.</param>
    /// <param name="literalPath">-LiteralPath.</param>
    /// <param name="take">Takes one; for files it runs in a funnel of its own.</param>
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
                _run(null, () => take(SpecInput.FromObject(spec ?? throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.InvalidArgument, $"Say what to {Verb}: pipe a spec in, or use -Spec, -Json, -Path or -LiteralPath."))));
                break;
        }
    }

    /// <summary>Gives every spec that paths mean.</summary>
    /// <param name="paths">Paths as given.</param>
    /// <param name="literal">Whether wildcards are plain characters.</param>
    /// <param name="take">Takes one.</param>
    public void Files(IEnumerable<string>? paths, bool literal, Action<SpecInput> take) => _run(null, () =>
    {
        foreach (var path in PathResolver.RequireValue(paths, literal))
        {
            _run(path, () =>
            {
                foreach (var resolved in PathResolver.Resolve(_cmdlet, new[] { path }, literal))
                {
                    _run(resolved, () =>
                    {
                        foreach (var file in TakesFolders ? Core.Files.SpecFolder.Files(resolved) : new[] { resolved })
                        {
                            _run(file, () => take(SpecInput.FromFile(file)));
                        }
                    });
                }
            });
        }
    });
}
