using System.IO;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Release;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>A status or action in a file is read by its name alone.</summary>
public sealed class StateWordTests : TemporaryFolder
{
    [Theory]
    [InlineData("Updated", true)]
    [InlineData("updated", false)]
    [InlineData("3", false)]
    [InlineData("Updated, Created", false)]
    [InlineData("Melted", false)]
    public void Status_of_a_run_file_is_read_by_its_name(string word, bool isKnown)
    {
        string path = Written(
            $$"""{"environment":"prod","organization":"o","models":[{"name":"A","file":"a.json","status":"{{word}}"}]}""");
        if (isKnown)
        {
            Assert.Equal(word, Assert.Single(RunFile.Read(path).Entries).Status.ToString());
        }
        else
        {
            Assert.Contains(word, Assert.Throws<SigmaEngineException>(() => RunFile.Read(path)).Message, System.StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Orphan", true)]
    [InlineData("orphan", false)]
    [InlineData("5", false)]
    [InlineData("", false)]
    public void Action_of_a_plan_file_is_read_by_its_name(string word, bool isKnown)
    {
        string path = Written($$"""{"kind":"SigmaPS.ReleasePlan","organization":"o","items":[{"name":"A","action":"{{word}}"}]}""");
        if (isKnown)
        {
            Assert.Equal(word, Assert.Single(PlanFile.Read(path).Models).Action.ToString());
        }
        else
        {
            Assert.Equal(
                (ErrorCode.FileFailed, path),
                (Assert.Throws<SigmaEngineException>(() => PlanFile.Read(path)) is var e ? (e.Kind, e.Target) : default));
        }
    }

    private string Written(string text)
    {
        string path = Path.Combine(Folder, "state.json");
        File.WriteAllText(path, text);
        return path;
    }
}
