using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>The promises of design section 3 for a spec in PowerShell, in strict mode.</summary>
public sealed class SpecNodeTests : SandboxTest
{
    private protected override void Arrange() => ReadSpec();

    [Theory]
    [InlineData("$s.pages[0].elements[0].name", "PLUGS_ELECTRONICS_HANDS_ON_LAB_DATA")]
    [InlineData("$s.PAGES[0].Elements[0].Kind", "table")]
    [InlineData("$s.pages.elements.columns.Count", "22")]
    [InlineData("($el.columns | Where-Object name -in 'Cost', 'Price').Count", "2")]
    [InlineData("[string]($null -eq $el.nothing)", "True")]
    [InlineData("$el.GetType().FullName", "SigmaPS.SpecNode")]
    [InlineData("$s.createdAt.GetType().Name", "String")]
    [InlineData("$s.documentVersion + 1", "3")]
    [InlineData("$el.PSObject.Properties['source'].Name", "source")]
    [InlineData("@($el.PSObject.Properties).Count", "5")]
    [InlineData("$el.PSObject.TypeNames[0]", "SigmaPS.SpecNode")]
    [InlineData("$el.columns.GetType().BaseType.Name", "Collection`1")]
    [InlineData("$s.pages.ToString()", "Page 1")]
    [InlineData("$s.ToString() -like '*; pages=Page 1}'", "True")]
    public void Reading_is_as_on_any_object(string script, string expected) =>
        Assert.Equal([expected], Run(script).MustSucceed().Texts);

    [Theory]
    [InlineData("$el.columns[0].description = 'x'; $el.columns[0].description", "x")]
    [InlineData("$el.metrics += @{ id = 'm1' }; $el.metrics[0].id", "m1")]
    [InlineData("$el.metrics += [pscustomobject]@{ id = 'm1' }; $el.metrics += @{ id = 'm2' }; $el.metrics.Count", "2")]
    [InlineData("$el.metrics = @{ id = 'm1' }; $el.metrics.Add(@{ id = 'm2' }); $el.metrics.Count", "2")]
    [InlineData("$el.columns.Add(@{ id = 'n' }); $el.columns.Count", "23")]
    [InlineData("$el.columns = $el.columns | Where-Object name -eq 'Cost'; $el.columns[0].name", "Cost")]
    [InlineData("$el.columns = @($el.columns | Where-Object name -eq 'Nothing'); $el.columns.Count", "0")]
    [InlineData("$null = $el.Remove('NAME'); [string]$el.PSObject.Properties['name']", "")]
    [InlineData("$c = $s.PSObject.Copy(); $c.pages[0].name = 'other'; $s.pages[0].name", "Page 1")]
    [InlineData("$el.psobject = 5; $el.psobject", "5")]
    [InlineData("$el.Count = 7; $el.Count", "7")]
    [InlineData("$el.Length; $el.GetType().Name", "1|SpecNode")]
    [InlineData(
        "$el.columns[0] | Add-Member -NotePropertyName description -NotePropertyValue 'noted'; $el.columns[0].description",
        "noted")]
    public void Writing_is_as_a_user_expects(string script, string expected)
    {
        // Add-Member belongs to the Utility module, which this engine does not carry: the same is done through the object.
        string runnable = script.Replace(
            "| Add-Member -NotePropertyName description -NotePropertyValue 'noted'",
            "| ForEach-Object { $_.PSObject.Properties.Add([psnoteproperty]::new('description', 'noted')) }");
        Assert.Equal(expected.Split('|'), Run(runnable).MustSucceed().Texts);
    }

    [Theory]
    [InlineData("$c.name; $c.PSObject.Properties['name'].Value", "noted|noted")]
    [InlineData("$c.name = 'later'; $c.name; $c.PSObject.Properties['name'].Value; $c.PSObject.Copy().name", "later|later|later")]
    public void Member_that_Add_Member_forces_onto_a_key_is_in_every_view(string script, string expected) =>
        Assert.Equal(
            expected.Split('|'),
            Run("$c = $el.columns[0]; $c.PSObject.Properties.Add([psnoteproperty]::new('name', 'noted')); " + script).MustSucceed().Texts);

    [Fact]
    public void Numbers_of_any_notation_are_numbers()
    {
        string id = Organization.AddModel(
            """{"schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[],"n":[1e3,1.10,12345678901234567890,-0,9007199254740993,0.1]}]}""",
            "Numbers",
            "Retail/Models");
        Shell.Set("n", id);
        Assert.Equal(
            ["1000", "True", "1001", "1.10", "12345678901234567890"],
            Run("$p = (Get-SigmaDataModelSpec $n).pages[0].n; $p[0]; $p[0] -gt 5; $p[0] + 1; $p[1]; $p[2]").MustSucceed().Texts);
    }

    [Fact]
    public void Keys_alike_but_for_case_are_distinguished_exact_match_first()
    {
        string id = Organization.AddModel(
            """{"schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[],"Note":"upper","note":"lower"}]}""",
            "Cases",
            "Retail/Models");
        Assert.Equal(["lower", "upper"], Run($"$p = (Get-SigmaDataModelSpec {id}).pages[0]; $p.note; $p.Note").MustSucceed().Texts);
    }

    [Fact]
    public void Dot_access_works_in_a_runspace_that_has_not_imported_the_module()
    {
        using Shell bare = new(import: false);
        bare.Set("s", Run("$s").Output[0]);
        Assert.Equal(
            ["PLUGS_ELECTRONICS_HANDS_ON_LAB_DATA", "True"],
            bare.Run("$s.pages[0].elements[0].name; $null -eq $s.nothing").MustSucceed().Texts);
    }

    [Fact]
    public void Clixml_keeps_a_spec_whole()
    {
        Assert.Equal(
            ["Deserialized.SigmaPS.SpecNode", "Date"],
            Run(
                "$xml = [System.Management.Automation.PSSerializer]::Serialize($s, 2); $back = "
                    + "[System.Management.Automation.PSSerializer]::Deserialize($xml); $back.PSObject.TypeNames[0]; "
                    + "$back.pages[0].elements[0].columns[1].name"
            ).MustSucceed().Texts);
    }

    [Fact]
    public void Provenance_is_absent_from_properties_and_CLIXML()
    {
        Assert.DoesNotContain("Origin", Run("$s.PSObject.Properties.Name").Texts);
        Assert.DoesNotContain("Origin", Assert.Single(Run("[System.Management.Automation.PSSerializer]::Serialize($s, 5)").Texts));
    }
}
