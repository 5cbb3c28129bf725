using System.Collections.Generic;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Core.Release;

/// <summary>Gives issues of a spec that was read from a file their lines.</summary>
internal static class FileIssues
{
    /// <summary>Places issues.</summary>
    /// <param name="issues">The issues; one that is not in the text keeps no line.</param>
    /// <param name="path">The full path of the file.</param>
    /// <returns>The same issues.</returns>
    public static IReadOnlyList<SpecIssue> Place(IReadOnlyList<SpecIssue> issues, string path)
    {
        SpecTextValidator.Place(issues, issues.Count > 0 ? TextFileReader.Read(path, ErrorCode.InvalidSpec) : "");
        return issues;
    }
}
