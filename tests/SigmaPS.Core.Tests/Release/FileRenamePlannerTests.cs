using System;
using System.IO;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Release;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>A rename over the files of a folder.</summary>
public sealed class FileRenamePlannerTests : TemporaryFolder
{
    private const string Unchanged = "55555555-5555-4555-8555-555555555555";
    private static readonly RenameRequest Rename = new("Shop", new ItemRename(RenameKind.Column, "Orders", "Net", "Margin"));

    [Fact]
    public void Model_that_is_read_comes_before_its_reader()
    {
        Write("a.json", SampleModel.Text);
        Write("b.json", $$"""
            {"dataModelId":"{{SampleModel.OtherId}}","name":"A Reader","schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[
              {"id":"e","kind":"table","name":"E",
               "source":{"kind":"data-model","dataModelId":"{{SampleModel.Id}}","elementId":"orders"},
               "columns":[{"id":"c","formula":"[Orders/Net]","name":"C"}]},
              {"id":"e2","kind":"table","name":"E2","columns":[],
               "source":{"kind":"data-model","dataModelId":"{{Unchanged}}","elementId":"x"} }]}]}
            """);
        Write("c.json", $$"""{"dataModelId":"{{Unchanged}}","name":"Unchanged","schemaVersion":1,"pages":[]}""");
        var plan = Plan();
        Assert.Equal(["Shop", "A Reader"], plan.Items.Select(item => item.Name));
        Assert.Equal(["", "Shop"], plan.Items.Select(item => string.Join(",", item.DependsOn)));
        Assert.Same(Rename, plan.Rename);
        Assert.Equal("Net", plan.OldName);
        Assert.Single(plan.Notes);
    }

    [Fact]
    public void Errors_of_a_file_are_in_the_plan_with_their_lines()
    {
        var text = SampleModel.Text.Replace("{\"columnId\": \"c-date\"", "{\"columnId\": \"ghost\"", StringComparison.Ordinal);
        Write("a.json", text);
        var issues = Assert.Single(Plan().Items).Issues;
        Assert.All(issues, issue => Assert.Equal(IssueSeverity.Error, issue.Severity));
        var line = Array.FindIndex(text.Split('\n'), row => row.Contains("ghost", StringComparison.Ordinal)) + 1;
        Assert.Contains(line, issues.Select(issue => issue.Position?.Line ?? 0));
    }

    [Fact]
    public void File_without_issues_is_not_read_again() =>
        Assert.Empty(FileIssues.Place([], Path.Combine(Folder, "gone.json")));

    private ReleasePlan Plan() => FileRenamePlanner.Plan(new ReleaseRequest(Folder, ReleaseEnvironment.OfSession("rename", "")), Rename);

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);
}
