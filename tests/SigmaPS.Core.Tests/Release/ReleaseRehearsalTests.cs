using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Core.Release;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>A rehearsal of a plan: which models it concerns, and what a model over another one of the plan reads.</summary>
public sealed class ReleaseRehearsalTests : TemporaryFolder
{
    private const string Scratch = "33333333-3333-4333-8333-333333333333";
    private readonly ReleaseEnvironment _environment = new("prod", "sigma.environments.json");

    [Fact]
    public void Models_without_a_write_are_not_concerned()
    {
        var write = new SpecWritePlan(new SpecWriteRequest(SampleModel.Id, SampleModel.Document()), SampleModel.Document(), "");
        var plan = Plan(
            new("Made", ReleaseAction.Create),
            new("Written", ReleaseAction.Update) { Write = write },
            new("Left", ReleaseAction.Unchanged),
            new("Gone", ReleaseAction.Orphan));
        Assert.Equal(["Made", "Written"], ReleaseRehearsal.Concerned(plan).Select(item => item.Name));
    }

    [Fact]
    public async Task Model_over_another_one_of_the_plan_reads_the_scratch_model_of_that_one()
    {
        using FakeWire wire = new((request, _) => FakeWire.Json((request.Method.Method, request.RequestUri!.AbsolutePath) switch
        {
            ("POST", _) => $$"""{"success":true,"dataModelId":"{{Scratch}}"}""",
            ("DELETE", _) => "{}",
            (_, "/v2/files/f") => """{"id":"f","name":"Scratch","type":"folder"}""",
            (_, var path) when path.EndsWith("/spec", StringComparison.Ordinal) =>
                SampleModel.Text
                    .Replace("\"orders\"", "\"renewed\"", StringComparison.Ordinal)
                    .Replace(SampleModel.Id, Scratch, StringComparison.Ordinal),
            _ => """{"entries":[]}""",
        }));
        var shop = SampleModel.With("set /name \"Orders\"");
        var plan = Plan(Item("Orders", shop), Item("Reader", UsageIndexes.ReaderDocument()));
        var rehearsal = await wire.RunAsync(Rehearsal.OpenAsync(wire.Client, "f", "me", default));
        await wire.RunAsync(Add());
        var source = Assert.Single(
            wire.Bodies.OfType<string>(), body => body.Contains("\"data-model\"", StringComparison.Ordinal));
        Assert.Contains($"\"dataModelId\":\"{Scratch}\"", Trees.Compact(Trees.Object(source)), StringComparison.Ordinal);
        Assert.Contains("\"elementId\":\"renewed\"", Trees.Compact(Trees.Object(source)), StringComparison.Ordinal);

        async Task<bool> Add()
        {
            await ReleaseRehearsal.AddAsync(plan, rehearsal, default);
            return true;
        }
    }

    private ReleasePlan Plan(params ReleaseItem[] items)
    {
        var target = new ResolvedEnvironment(_environment, "", "") { Connections = { ["conn"] = "live" } };
        return new ReleasePlan(new ReleaseRequest(Folder, _environment) { Organization = "o" }, target, items)
        {
            Upstreams = new Dictionary<string, ResolvedDependency>
            {
                [SampleModel.Id] = ResolvedDependency.ToBeMade("Orders", SampleModel.Document()),
            },
        };
    }

    private ReleaseItem Item(string name, SpecDocument document)
    {
        var path = Path.Combine(Folder, name + ".json");
        File.WriteAllText(path, document.ToText());
        return new(name, ReleaseAction.Create) { Model = ReleaseModel.Of(Folder, path, document, document.DataModelId) };
    }
}
