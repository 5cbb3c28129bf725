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

/// <summary>A folder of model files: its models, its plan and its rehearsal.</summary>
public sealed class ReleaseFolderTests : TemporaryFolder
{
    private const string NewName = "Order Key";
    private const string Third = "33333333-3333-4333-8333-333333333333";
    private const string Fourth = "44444444-4444-4444-8444-444444444444";
    private readonly ReleaseEnvironment _environment = new("prod", "sigma.environments.json");

    [Fact]
    public void File_without_an_ID_has_that_of_the_index_of_its_folder()
    {
        Write("a.json", SampleModel.With("remove /dataModelId", "set /name \"A\""));
        Write("b.json", SampleModel.With("remove /dataModelId", "set /name \"B\""));
        Write("c.json", SampleModel.With("remove /dataModelId", "set /name \"C\""));
        Write("d.json", SampleModel.With($"set /dataModelId \"{Third}\"", "set /name \"D\""));
        var index = ExportIndex.Read(Folder);
        index.Set(new IndexEntry(SampleModel.Id, "a.json", "org", 1, ""));
        index.Set(new IndexEntry(SampleModel.OtherId, "b.json", "org", 1, ""));
        index.Set(new IndexEntry(Fourth, "d.json", "org", 1, ""));
        index.Save();
        Assert.Equal(
            [("a.json", SampleModel.Id), ("b.json", SampleModel.OtherId), ("c.json", null), ("d.json", Third)],
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
    public void Folder_with_several_problems_is_refused_with_all_of_them()
    {
        Write("a.json", SampleModel.Document());
        Write("b.json", SampleModel.With("set /name \"B\""));
        Write("c.json", SampleModel.With($"set /dataModelId \"{Third}\""));
        Write("d.json", SampleModel.With("remove /dataModelId", "set /name \"D\""));
        Write("e.json", SampleModel.With("remove /dataModelId", "set /name \"E\""));
        File.WriteAllText(Path.Combine(Folder, "broken.json"), "{");
        var fault = Assert.Throws<SigmaEngineException>(() => ReleaseFolder.Read(Folder).Check(_ => true));
        Assert.Equal((ErrorCode.InvalidSpec, Folder), (fault.Kind, fault.Target));
        Assert.Contains($"The folder '{Folder}'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("broken.json", fault.Message, StringComparison.Ordinal);
        Assert.Contains("; 'a.json' and 'c.json' are both called \"Shop\"", fault.Message, StringComparison.Ordinal);
        var twice = $"; 'a.json' and 'b.json' both come from data model \"{SampleModel.Id}\".";
        Assert.EndsWith(twice, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_not_models_are_named_but_not_a_saved_plan()
    {
        Write("shop.json", SampleModel.Document());
        var plan = Path.Combine(Folder, "plan.json");
        PlanFile.Write(plan, new PlanSnapshot("prod", _environment.File, Folder, "org", []));
        Assert.Empty(ReleaseFolder.Read(Folder).Unread);
        Write("nameless.json", SampleModel.With("remove /name"));
        File.WriteAllText(Path.Combine(Folder, "broken.json"), "{");
        var folder = ReleaseFolder.Read(Folder);
        Assert.Equal(["shop.json"], folder.Models.Select(model => model.File));
        Assert.Contains("broken.json", folder.Unread, StringComparison.Ordinal);
        Assert.Contains("; the file '" + Path.Combine(Folder, "nameless.json"), folder.Unread, StringComparison.Ordinal);
        Assert.DoesNotContain("plan.json", folder.Unread, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("a.json", true)]
    [InlineData("a.json,b.json", true)]
    public void Two_models_with_one_name_count_where_one_of_them_is_meant(string meant, bool isRefused)
    {
        Write("a.json", SampleModel.Document());
        Write("b.json", SampleModel.With($"set /dataModelId \"{Third}\""));
        var folder = ReleaseFolder.Read(Folder);
        var models = folder.Models.Where(model => meant.Split(',').Contains(model.File)).ToList();
        Assert.Equal(isRefused, Record.Exception(() => folder.Check(_ => true, models)) is SigmaEngineException);
    }

    [Fact]
    public void Content_without_problems_is_that_of_the_file_with_the_values_of_the_environment()
    {
        var item = new ReleaseItem("Shop", ReleaseAction.Create) { Model = Model("shop.json", SampleModel.Document()) };
        var target = new ResolvedEnvironment(_environment, "", "") { Connections = { ["conn"] = "live" } };
        var content = ReleaseContent.Render(item, target, new Dictionary<string, ResolvedDependency>());
        Assert.Equal(["live"], content.Elements.SelectMany(EnvironmentSubstitution.ConnectionIds).Distinct());
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
        ReleaseItem[] items = [Item("A"), Item("B", "A"), Item("C", "B")];
        var sent = await RehearseAsync(items, new(), HiddenValues.None);
        Assert.Single(sent, line => line.StartsWith("POST", StringComparison.Ordinal));
        Assert.True(items[0].HasFailedRehearsal);
        Assert.Contains("\"A\"", Assert.Single(items[1].Notes), StringComparison.Ordinal);
        Assert.Contains("\"B\"", Assert.Single(items[2].Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "", true)]
    [InlineData(false, "another-rule", true)]
    [InlineData(false, "rehearsal-refused", false)]
    [InlineData(true, "", false)]
    [InlineData(true, "rehearsal-refused", false)]
    public async Task Error_of_a_rehearsal_refuses_the_model_where_it_is_not_allowed(bool skips, string allowed, bool isRefused)
    {
        var item = Item("A");
        await RehearseAsync([item], new() { SkipValidation = skips, AllowedRules = [allowed] }, HiddenValues.None);
        Assert.Equal("rehearsal-refused", Assert.Single(item.Issues).RuleId);
        Assert.Equal((isRefused, isRefused ? 1 : 0), (item.HasFailedRehearsal, item.Refusals.Count));
    }

    [Fact]
    public async Task Hidden_value_is_not_in_the_errors_of_a_rehearsal()
    {
        var item = Item("A");
        var variable = VariableValue.Read("${env:KEY}", _ => "Bad formula", Assert.Fail);
        await RehearseAsync([item], new(), new HiddenValues([variable], null));
        Assert.Contains("${env:KEY}", Assert.Single(item.Issues).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Bad formula", item.Issues[0].Message, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> RehearseAsync(ReleaseItem[] items, WriteProtections protections, HiddenValues hidden)
    {
        using FakeWire wire = new((request, _) =>
            request.Method == HttpMethod.Post ? FakeWire.Json("""{"message":"Bad formula"}""", 400)
            : request.RequestUri!.AbsolutePath.StartsWith("/v2/files/", StringComparison.Ordinal)
                ? FakeWire.Json("""{"id":"f","name":"Scratch","type":"folder"}""")
            : FakeWire.Json("""{"entries":[]}"""));
        var request = new ReleaseRequest(Folder, _environment) { Organization = "o", Protections = protections };
        var plan = new ReleasePlan(request, new ResolvedEnvironment(_environment, "", ""), items) { Hidden = hidden };
        var rehearsal = await wire.RunAsync(Rehearsal.OpenAsync(wire.Client, "f", "me", default));
        await wire.RunAsync(Add());
        return wire.Sent;

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
