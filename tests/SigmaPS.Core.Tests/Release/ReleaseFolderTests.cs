using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Release;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>A folder of model files: which models it has, and what is planned and rehearsed from it.</summary>
public sealed class ReleaseFolderTests : TemporaryFolder
{
    private const string NewName = "Order Key";
    private readonly ReleaseEnvironment _environment = new("prod", "sigma.environments.json");

    [Fact]
    public void File_without_an_ID_has_that_of_the_index_of_its_folder()
    {
        Write("a.json", SampleModel.With("remove /dataModelId", "set /name \"A\""));
        Write("b.json", SampleModel.With("remove /dataModelId", "set /name \"B\""));
        Write("c.json", SampleModel.With("remove /dataModelId", "set /name \"C\""));
        var index = ExportIndex.Read(Folder);
        index.Set(new IndexEntry(SampleModel.Id, "a.json", "org", 1, ""));
        index.Set(new IndexEntry(SampleModel.OtherId, "b.json", "org", 1, ""));
        index.Save();
        Assert.Equal(
            [("a.json", SampleModel.Id), ("b.json", SampleModel.OtherId), ("c.json", null)],
            ReleaseFolder.Read(Folder).Models.Select(model => (model.File, model.SourceId)));
    }

    [Theory]
    [InlineData("Shop")]
    [InlineData("shop.json")]
    [InlineData(SampleModel.Id)]
    public void Model_of_a_rename_is_found_by_name_file_and_ID(string model)
    {
        Write("shop.json", SampleModel.Document());
        Write("other.json", SampleModel.With("set /name \"Other\"", $"set /dataModelId \"{SampleModel.OtherId}\""));
        var item = Assert.Single(Plan(model).Items);
        Assert.Equal(("shop.json", SampleModel.Id), (item.File, item.DataModelId));
    }

    [Fact]
    public void Model_that_is_two_files_is_refused_with_both()
    {
        Write("shop.json", SampleModel.With("set /name \"b.json\""));
        Write("b.json", SampleModel.With("remove /dataModelId", "set /name \"B\""));
        var fault = Assert.Throws<SigmaEngineException>(() => Plan("b.json"));
        Assert.Equal((ErrorCode.ModelAmbiguous, "b.json"), (fault.Kind, fault.Target));
        Assert.Contains($"shop.json ({SampleModel.Id})", fault.Message, StringComparison.Ordinal);
        Assert.Contains("b.json (without ID)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rename_over_files_needs_every_file_of_the_folder()
    {
        Write("shop.json", SampleModel.Document());
        File.WriteAllText(Path.Combine(Folder, "broken.json"), "{");
        var fault = Assert.Throws<SigmaEngineException>(() => Plan("Shop"));
        Assert.Equal(ErrorCode.InvalidSpec, fault.Kind);
        Assert.Contains("broken.json", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Content_with_a_missing_value_is_an_error_of_its_file()
    {
        var item = new ReleaseItem("Shop", ReleaseAction.Create) { Model = Model("shop.json", SampleModel.Document()) };
        var target = new ResolvedEnvironment(_environment, "", "");
        var fault = Assert.Throws<SigmaEngineException>(() =>
            ReleaseContent.Render(item, target, new Dictionary<string, ResolvedDependency>()));
        Assert.Equal((ErrorCode.InvalidEnvironment, "shop.json"), (fault.Kind, fault.Target));
        Assert.Contains("connection conn", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Path_of_an_environment_that_is_not_one_is_a_problem_of_its_content()
    {
        _environment.Paths = new Dictionary<string, LocatedText> { ["DB..SHOP"] = new("PROD", "line 1, column 1") };
        var model = Model("shop.json", SampleModel.Document());
        var problems = EnvironmentSubstitution.Apply(model, new ResolvedEnvironment(_environment, "", ""), _ => null).Problems;
        Assert.Contains(problems, problem => problem.StartsWith("'DB..SHOP' is not a path", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Models_over_a_model_that_Sigma_refused_are_not_rehearsed()
    {
        using FakeWire wire = new((request, _) =>
            request.Method == HttpMethod.Post ? FakeWire.Json("""{"message":"Bad formula"}""", 400)
            : request.RequestUri!.AbsolutePath.StartsWith("/v2/files/", StringComparison.Ordinal)
                ? FakeWire.Json("""{"id":"f","name":"Scratch","type":"folder"}""")
            : FakeWire.Json("""{"entries":[]}"""));
        ReleaseItem[] items = [Item("A"), Item("B", "A"), Item("C", "B")];
        var request = new ReleaseRequest(Folder, _environment) { Organization = "o" };
        var plan = new ReleasePlan(request, new ResolvedEnvironment(_environment, "", ""), items);
        var rehearsal = await wire.RunAsync(Rehearsal.OpenAsync(wire.Client, "f", "me", default));
        await wire.RunAsync(Add());
        Assert.Single(wire.Sent, line => line.StartsWith("POST", StringComparison.Ordinal));
        Assert.True(items[0].HasFailedRehearsal);
        Assert.Contains("\"A\"", Assert.Single(items[1].Notes), StringComparison.Ordinal);
        Assert.Contains("\"B\"", Assert.Single(items[2].Notes), StringComparison.Ordinal);

        async Task<bool> Add()
        {
            await ReleaseRehearsal.AddAsync(plan, rehearsal, default);
            return true;
        }
    }

    private ReleasePlan Plan(string model) => FileRenamePlanner.Plan(
        new ReleaseRequest(Folder, _environment),
        new RenameRequest(model, new ItemRename(RenameKind.Column, "Orders", "Amount", NewName)));

    private ReleaseItem Item(string name, params string[] dependsOn) => new(name, ReleaseAction.Create)
    {
        Model = Model(name + ".json", SampleModel.With($"set /name \"{name}\"")),
        DependsOn = dependsOn,
    };

    private ReleaseModel Model(string file, SpecDocument document) =>
        ReleaseModel.Of(Folder, Write(file, document), document, document.DataModelId);

    private string Write(string file, SpecDocument document)
    {
        var path = Path.Combine(Folder, file);
        File.WriteAllText(path, document.ToText());
        return path;
    }
}
