using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>Name and description are not part of the PUT; an object read in this process changes them through the model's file.</summary>
public sealed class RenameTests : SandboxTest
{
    private protected override void Arrange()
    {
        Shell.Set("id", PlugsOrders);
        ReadSpec();
    }

    [Fact]
    public void New_name_and_description_go_through_the_file_after_the_content()
    {
        ShellResult result = Run(
            "$s.name = 'Plugs'; $s.description = 'All orders'; $s.pages[0].elements[0].columns[0].description = 'x'; $s | "
                + "Set-SigmaDataModelSpec -PassThru"
        ).MustSucceed();
        SandboxModel live = Organization.GetModel(PlugsOrders);
        Assert.Equal(("Plugs", "All orders", 3), (live.Name, live.Description, live.LatestVersion));
        Assert.Equal("Plugs", result.Property("Name"));
        Assert.Equal("PATCH", Requests.Last()!.Method);
    }

    [Fact]
    public void Rename_alone_makes_no_version()
    {
        Run("$s.name = 'Plugs'; $s | Set-SigmaDataModelSpec").MustSucceed();
        Assert.Equal(
            ("Plugs", 2),
            (Organization.GetModel(PlugsOrders).Name, Organization.GetModel(PlugsOrders).LatestVersion));
        Assert.Equal(0, Requests.Count("PUT"));
    }

    [Fact]
    public void Rename_that_fails_reports_that_the_content_is_published()
    {
        Server.Faults.Arm(new Fault { Method = "PATCH", Status = 403, Message = "You may not rename this" });
        ShellResult result = Run(
            "$s.name = 'Plugs'; $s.pages[0].elements[0].columns[0].description = 'x'; $s | Set-SigmaDataModelSpec -PassThru");
        Assert.Equal("SigmaRenameFailed", result.ErrorId);
        Assert.Contains("The content is published", result.ErrorText);
        Assert.Contains("You may not rename this", result.ErrorText);
        Assert.Equal(3, Organization.GetModel(PlugsOrders).LatestVersion);
        Assert.Single(result.Output);
    }

    [Fact]
    public void Object_remembers_what_it_was_renamed_to()
    {
        ShellResult result = Run(
            "$s.name = 'Plugs'; $s.pages[0].elements[0].columns[0].description = 'x'; $r = $s | Set-SigmaDataModelSpec -PassThru; "
                + "$r.Spec.name; $r.Spec | Set-SigmaDataModelSpec; $s | Set-SigmaDataModelSpec"
        ).MustSucceed();
        Assert.Equal(["Plugs"], result.Texts);
        Assert.Equal(1, Requests.Count("PATCH"));
        Run("$s.name = 'Plugs Orders'; $s | Set-SigmaDataModelSpec").MustSucceed();
        Assert.Equal("Plugs Orders", Organization.GetModel(PlugsOrders).Name);
    }

    [Fact]
    public void Who_declines_the_content_is_not_asked_about_the_name_and_nothing_is_sent()
    {
        System.Collections.Generic.List<string> asked = [];
        using Shell shell = new(answer: question =>
        {
            asked.Add(question);
            return 2;
        });
        shell.Connect(Server).MustSucceed();
        shell.Set("id", PlugsOrders);
        shell
            .Run(
                "$s = Get-SigmaDataModelSpec $id; $s.name = 'Plugs'; $s.pages[0].elements[0].columns[0].description = 'x'; $s | "
                    + "Set-SigmaDataModelSpec -Confirm"
            )
            .MustSucceed();
        Assert.Contains("Replace the content", Assert.Single(asked));
        Assert.Equal((0, 0), (Requests.Count("PUT"), Requests.Count("PATCH")));
    }

    [Fact]
    public void Transfer_never_renames_its_target()
    {
        Shell.Set("other", Organization.AddModel("""{"schemaVersion":1,"pages":[]}""", "Target", "Retail/Models"));
        Run("$s.name = 'Other'; $s | Set-SigmaDataModelSpec -DataModelId $other -IgnoreConflict").MustSucceed();
        Assert.Equal(0, Requests.Count("PATCH"));
    }

    [Fact]
    public void From_texts_and_by_a_missing_key_nothing_is_renamed()
    {
        Run("Set-SigmaDataModelSpec -Json (Get-SigmaDataModelSpec $id -AsJson).Replace('\"Plugs Orders\"', '\"Other\"')").MustSucceed();
        Run("$null = $s.Remove('name'); $s | Set-SigmaDataModelSpec").MustSucceed();
        Assert.Equal("Plugs Orders", Organization.GetModel(PlugsOrders).Name);
        Assert.Equal(0, Requests.Count("PATCH"));
    }

    [Theory]
    [InlineData("$s.name = ''", "'name' is blank")]
    [InlineData("$s.name = ' '", "'name' is blank")]
    [InlineData("$s.name = 2024", "'name' is a number, not text")]
    [InlineData("$s.description = @('a')", "'description' is an array, not text")]
    public void Invalid_name_is_refused_before_anything_is_sent(string edit, string problem)
    {
        ShellResult refused = Run(edit + "; $s.pages[0].elements[0].columns[0].description = 'x'; $s | Set-SigmaDataModelSpec");
        Assert.Equal("SigmaInvalidSpec", refused.ErrorId);
        Assert.Contains(problem, refused.ErrorText);
        Assert.Equal((0, 0), (Requests.Count("PUT"), Requests.Count("PATCH")));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public void Rename_without_a_response_is_confirmed_by_reading_the_file(bool applied, int sent)
    {
        Server.Faults.Arm(applied ? KnownFaults.AppliedThenDropped("PATCH") : KnownFaults.Dropped() with { Method = "PATCH" });
        Run("$s.name = 'Plugs'; $s | Set-SigmaDataModelSpec").MustSucceed();
        Assert.Equal("Plugs", Organization.GetModel(PlugsOrders).Name);
        Assert.Equal((sent, 1), (Requests.Count("PATCH"), Requests.Count("GET", "/v2/files/*")));
    }
}
