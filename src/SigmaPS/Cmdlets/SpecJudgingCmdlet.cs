using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;

namespace SigmaPS.Cmdlets;

/// <summary>A cmdlet that judges specs offline, wherever they come from.</summary>
public abstract class SpecJudgingCmdlet : SigmaCmdlet
{
    /// <summary>The spec as an object; files from Get-ChildItem are read.</summary>
    [Parameter(ParameterSetName = "Spec", Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    public object? Spec { get; set; }

    /// <summary>The spec as JSON text, whole or line by line.</summary>
    [Parameter(ParameterSetName = "Json")]
    [AllowEmptyString]
    public string[]? Json { get; set; }

    /// <summary>Files or folders; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "Path")]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Files or folders, taken literally.</summary>
    [Parameter(ParameterSetName = "LiteralPath")]
    [Alias("PSPath")]
    public string[]? LiteralPath { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case "Json":
                Judge(null, null, () => Core.Spec.Validation.SpecInspection.OfText(string.Join("\n", Json ?? Array.Empty<string>()), Core.Spec.Files.SpecFormat.Json, IsOn));
                break;
            case "Path" or "LiteralPath":
                Paths((ParameterSetName == "Path" ? Path : LiteralPath) ?? Array.Empty<string>(), ParameterSetName == "LiteralPath");
                break;
            default:
                Object();
                break;
        }
    }

    /// <summary>Whether a rule counts.</summary>
    private protected virtual bool IsOn(Core.Spec.Validation.SpecRule rule) => true;

    /// <summary>Takes what was found out about one spec.</summary>
    /// <param name="path">Its file; null where it has none.</param>
    /// <param name="issues">What is wrong with it.</param>
    private protected abstract void Take(string? path, IReadOnlyList<Core.Spec.Validation.SpecIssue> issues);

    /// <summary>Takes that a spec could not be read; the error is written already.</summary>
    private protected virtual void TakeUnread()
    {
    }

    private void Object()
    {
        switch (SpecValues.Unwrap(Spec!))
        {
            case null:
                Run(null, () => throw new Core.Api.SigmaFaultException(Core.Api.FaultKind.InvalidArgument, "Say what to judge: pipe a spec in, or use -Spec, -Json, -Path or -LiteralPath."));
                break;
            case FileSystemInfo file:
                Paths(new[] { file.FullName }, literal: true);
                break;
            default:
                Judge(null, SpecObjects.FileOf(Spec!), () => Core.Spec.Validation.SpecInspection.OfTree(SpecObjects.ToTree(Spec!), IsOn));
                break;
        }
    }

    private void Paths(IEnumerable<string> paths, bool literal)
    {
        foreach (var path in paths)
        {
            Try(path, () =>
            {
                foreach (var resolved in SpecFiles.Resolve(this, new[] { path }, literal))
                {
                    Try(resolved, () =>
                    {
                        foreach (var file in Core.Spec.Files.SpecFolder.Files(resolved))
                        {
                            Judge(file, file, () => Core.Spec.Validation.SpecInspection.OfFile(file, IsOn));
                        }
                    });
                }
            });
        }
    }

    private void Judge(object? target, string? path, Func<IReadOnlyList<Core.Spec.Validation.SpecIssue>> find) => Try(target, () => Take(path, find()));

    private void Try(object? target, Action work)
    {
        var done = false;
        Run(target, () =>
        {
            work();
            done = true;
        });
        if (!done)
        {
            TakeUnread();
        }
    }
}
