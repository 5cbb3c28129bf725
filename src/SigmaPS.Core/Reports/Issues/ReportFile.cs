using System;
using System.Collections.Generic;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;

namespace SigmaPS.Core.Reports;

/// <summary>A report on the disk; the ending of its name says of which kind it is.</summary>
public sealed class ReportFile
{
    private const string Sarif = ".sarif";
    private const string Markdown = ".md";
    private readonly string _path;

    /// <summary>Makes sure that the name says which kind is meant.</summary>
    /// <param name="path">The full path.</param>
    /// <exception cref="SigmaEngineException">It does not.</exception>
    public ReportFile(string path)
    {
        _path = path;
        if (!Ends(Sarif) && !Ends(Markdown))
        {
            throw new SigmaEngineException(
                ErrorCode.InvalidArgument,
                $"'{path}' ends in neither {Sarif} nor {Markdown}, so it is not clear what kind of report is meant.")
            {
                Target = path,
            };
        }
    }

    /// <summary>Writes it, whole or not at all.</summary>
    /// <param name="issues">What was found.</param>
    /// <param name="specs">How many specs were judged.</param>
    /// <param name="paths">How files are named.</param>
    /// <exception cref="SigmaEngineException">It cannot be written.</exception>
    public void Write(IReadOnlyList<ReportedIssue> issues, int specs, ReportPaths paths) =>
        AtomicFile.Write(_path, Ends(Markdown) ? IssueReport.Write(issues, specs, paths) : SarifReport.Write(issues, paths));

    private bool Ends(string ending) => _path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
