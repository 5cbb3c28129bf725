using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SigmaPS.Tests.Support;

namespace SigmaPS.Tests.Usage;

/// <summary>A test of usages: the index folder is $index, and goes away with the test.</summary>
public abstract class UsageTestBed : SandboxTest
{
    private protected string IndexFolder => Path.Combine(Folder.FullName, "index");

    private protected override Shell Open()
    {
        Shell shell = base.Open();
        shell.Set("index", IndexFolder);
        return shell;
    }

    /// <summary>The usages of a question, without errors.</summary>
    private protected IReadOnlyList<UsageRow> Find(string arguments) =>
        [.. Run($"Find-SigmaUsage {arguments} -IndexPath $index").MustSucceed().Output.Select(UsageRow.Of)];

    /// <summary>Requests since the last clearing, without those for tokens and members.</summary>
    private protected string[] Requested =>
        [
            .. Requests
                .All.Where(r =>
                    !r.Path.Contains("/auth/", StringComparison.Ordinal) && !r.Path.Contains("/members", StringComparison.Ordinal))
                .Select(r => r.Path),
        ];
}
