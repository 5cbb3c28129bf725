using System;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Releases;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>Many models made by one command: existing models are listed once, and a create without a response is not one of them.</summary>
public sealed class ManyNewModelsTests : SandboxTest
{
    private protected override SandboxOptions Options => new() { TimeProvider = new LeapingClock() };

    private protected override Shell Open() => Shell.ConnectedTo(Server, retryTimeoutSec: 3);

    private protected override void Arrange() => ReadSpec();

    [Theory]
    [InlineData("$s, $s, $s | New-SigmaDataModel")]
    [InlineData("$s.dataModelId, $s.dataModelId, $s.dataModelId | Copy-SigmaDataModel -PassThru")]
    public void Models_that_are_there_are_listed_once_a_command(string command)
    {
        Assert.Equal(3, Run(command).MustSucceed().Output.Count);
        Assert.Equal(3, Requests.Count("POST", "/v2/dataModels/spec"));
        Assert.Equal(1, Requests.Count("GET", "/v2/dataModels"));
    }

    [Theory]
    [InlineData("$s | New-SigmaDataModel")]
    [InlineData("$s.dataModelId | Copy-SigmaDataModel -PassThru")]
    public void Warning_that_ends_the_command_follows_the_ID_of_the_new_model(string command)
    {
        Server.Faults.Arm(new Fault { Method = "GET", PathContains = "/columns", Times = 9, Status = 500 });
        ShellResult made = Run(
            $"$seen = [Collections.ArrayList]::new(); try {{ {command} -WarningAction Stop | ForEach-Object {{ [void]$seen.Add($_.Status) "
                + "} } catch { $caught = $_ }; $seen; $caught.Exception.GetType().Name"
        );
        Assert.Equal(["Created", "ActionPreferenceStopException"], made.Texts);
    }

    [Fact]
    public void Unconfirmed_create_ignores_models_of_that_name_that_the_same_command_created()
    {
        Server.Faults.Arm(KnownFaults.AppliedThenDropped("POST") with { PathContains = "/dataModels/spec", Skip = 2 });
        ShellResult made = Run("($s, $s, $s | New-SigmaDataModel).DataModelId").MustSucceed();
        Assert.Equal(3, made.Texts.Distinct().Count());
    }

    [Fact]
    public void Model_that_appears_after_its_outcome_was_given_up_is_not_taken_for_the_next_one()
    {
        Fault lost = KnownFaults.Dropped() with { Method = "POST", PathContains = "/dataModels/spec" };
        Server.Faults.Arm(lost);
        Shell.Set("late", (Action)(() =>
        {
            Organization.AddModel("""{ "name": "Plugs Orders", "schemaVersion": 1, "pages": [] }""");
            Server.Faults.Arm(lost);
        }));
        ShellResult made = Run("& { $s; $late.Invoke(); $s } | New-SigmaDataModel");
        Assert.Equal(
            ["SigmaWriteOutcomeUnknown", "SigmaWriteOutcomeUnknown"],
            made.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Empty(made.Output);
    }

    [Fact]
    public async Task Release_makes_its_models_without_any_listing_beside_that_of_planning()
    {
        await using ReleaseTestBed shop = await ReleaseTestBed.OpenAsync();
        shop.Write(1);
        shop.Write(2);
        shop.Write(3, 1);
        shop.Plan().MustSucceed();
        int planning = shop.Server.Requests.Count("GET", "/v2/dataModels");
        shop.Server.Requests.Clear();
        shop.Shell.Run("$plan | Publish-SigmaReleasePlan -Confirm:$false").MustSucceed();
        Assert.Equal(3, shop.Server.Requests.Count("POST", "/v2/dataModels/spec"));
        Assert.Equal(planning, shop.Server.Requests.Count("GET", "/v2/dataModels"));
    }
}
