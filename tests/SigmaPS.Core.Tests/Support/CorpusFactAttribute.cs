using Xunit;

namespace SigmaPS.Core.Tests.Support;

/// <summary>A test that needs the real specs, or the published schema beside them.</summary>
public sealed class CorpusFactAttribute : FactAttribute
{
    /// <summary>Sets the reason for skipping where the real specs are absent.</summary>
    public CorpusFactAttribute() => Skip = Corpus.IsPresent ? null : "The real specs (../shared/corpus) are not here.";
}
