using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using SigmaPS.Core.Tests.Support;
using Xunit.Sdk;

namespace SigmaPS.Core.Tests;

/// <summary>One row per real spec. Without the real specs, the test gets one row that is reported as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorpusDataAttribute : DataAttribute
{
    /// <summary>Sets the reason for skipping where the real specs are absent.</summary>
    public CorpusDataAttribute() => Skip = Corpus.IsPresent ? null : "The real specs (../shared/corpus) are not here.";

    /// <summary>Whether only documents that a server returned are of interest.</summary>
    public bool ExportsOnly { get; set; }


    /// <inheritdoc/>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => Corpus.IsPresent
        ? Corpus.Names.Where(name => !ExportsOnly || Corpus.IsExport(name)).Select(name => new object[] { SpecFiles.OfCorpus + name })
        : [[SpecFiles.OfCorpus + "absent"]];
}
