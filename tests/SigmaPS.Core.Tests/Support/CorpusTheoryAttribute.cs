using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests;

/// <summary>A theory about named real specs; it is reported as skipped where they are absent.</summary>
public sealed class CorpusTheoryAttribute : TheoryAttribute
{
    /// <summary>Sets the reason for skipping where the real specs are absent.</summary>
    public CorpusTheoryAttribute() => Skip = Corpus.IsPresent ? null : "The real specs (../shared/corpus) are not here.";
}
