using System;
using System.Collections.Generic;
using System.IO;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Reports;

/// <summary>A report on disk. The extension of its name selects the format.</summary>
public sealed class ReportFile
{
    private const string Sarif = ".sarif";
    private const string Markdown = ".md";

    /// <summary>Checks the format, and that the report does not replace another document.</summary>
    /// <param name="path">The full path.</param>
    /// <exception cref="SigmaEngineException">The extension is unknown, or the file exists and is not a report.</exception>
    public ReportFile(string path)
    {
        Location = path;
        if (!Ends(Sarif) && !Ends(Markdown))
        {
            throw new SigmaEngineException(
                ErrorCode.InvalidArgument,
                $"The report '{path}' has an unknown format. Use the extension {Sarif} or {Markdown}.")
            {
                Target = path,
            };
        }

        if (File.Exists(path) && !IsReport(path))
        {
            throw new SigmaEngineException(
                ErrorCode.FileFailed,
                $"The file '{path}' was not replaced, because it is not a report of SigmaPS. Use another name, or delete the file.")
            {
                Target = path,
            };
        }
    }

    /// <summary>The full path.</summary>
    public string Location { get; }

    /// <summary>Writes the report completely or not at all.</summary>
    /// <param name="issues">The issues.</param>
    /// <param name="specs">The number of validated specs; null if it is not known.</param>
    /// <param name="paths">How files are named.</param>
    /// <exception cref="SigmaEngineException">It cannot be written.</exception>
    public void Write(IReadOnlyList<ReportedIssue> issues, int? specs, ReportPaths paths) =>
        AtomicFile.Write(Location, Ends(Markdown) ? IssueReport.Write(issues, specs, paths) : SarifReport.Write(issues, paths));

    private bool Ends(string extension) => Location.EndsWith(extension, StringComparison.OrdinalIgnoreCase);

    private bool IsReport(string path)
    {
        try
        {
            if (new FileInfo(path).Length == 0)
            {
                return true;
            }

            var text = TextFileReader.Read(path, ErrorCode.FileFailed);
            return Ends(Markdown) ? IssueReport.IsOwn(text) : SarifReport.IsOwn(JsonTree.Parse(text));
        }
        catch (Exception e) when (e is JsonSyntaxException or SigmaEngineException)
        {
            return false;
        }
    }
}
