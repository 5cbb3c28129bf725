using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;

namespace SigmaPS.Completion;

/// <summary>Sigma's names of the types of files.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FileTypeCompleter : SafeCompleter
{
    private static readonly string[] Types =
    {
        "workspace",
        "folder",
        "workbook",
        "dataset",
        "data-model",
        "sql",
        "worksheet",
        "dashboard",
        "template",
        "table",
        "symlink",
        "report",
    };

    private protected override IEnumerable<Candidate> Candidates(IDictionary bound) => Types.Select(type => new Candidate(type));
}
