using System.IO;
using Xunit;

namespace SigmaPS.Tests.Support;

/// <summary>A test of the real specs beside the repository; it is reported as skipped where they are absent.</summary>
public sealed class CorpusFactAttribute : FactAttribute
{
    /// <summary>Sets the reason for skipping where the real specs are absent.</summary>
    public CorpusFactAttribute() => Skip = Directory.Exists(Folder) ? null : "The real specs (../shared/corpus) are not here.";

    internal static string Folder => Path.Combine(Repository.Root, "..", "shared", "corpus");
}
