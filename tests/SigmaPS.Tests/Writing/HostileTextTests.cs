using System.Linq;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>Promise 6: service text is data, in everything the module formats.</summary>
public sealed class HostileTextTests : SandboxTest
{
    private const string Hostile = "##vso[x]\u001b[31m\u202e\n::error::y";
    private string _id = "";

    private protected override void Arrange()
    {
        string column = System.Text.Json.JsonSerializer.Serialize(Hostile);
        _id = Organization.AddModel(
            $$"""{"schemaVersion":1,"pages":[{"id":"p","name":{{column}},"elements":[{"id":"t","kind":"table","source":{"connectionId":"c","kind":"sql","statement":"select 1"},"columns":[{"id":"a","formula":"[No such]","name":{{column}} }]}]}]}""",
            Hostile,
            "Retail/" + Hostile);
        Shell.Set("id", _id);
        Run("$s = Get-SigmaDataModelSpec $id; $s.pages[0].elements[0].columns[0].description = 'x'; $s.name = 'Plain'").MustSucceed();
    }

    [Theory]
    [InlineData("$s | Set-SigmaDataModelSpec -WhatIf -Verbose")]
    [InlineData("$s | Set-SigmaDataModelSpec -Confirm")]
    [InlineData("$s | Set-SigmaDataModelSpec -Verbose")]
    [InlineData("$s.pages[0].elements = @(); $s | Set-SigmaDataModelSpec")]
    [InlineData("Get-SigmaDataModel | Out-Host")]
    [InlineData("$s | Set-SigmaDataModelSpec -PassThru | Out-Host")]
    [InlineData("($s | Set-SigmaDataModelSpec -PassThru).Changes | Out-Host")]
    [InlineData("Export-SigmaDataModelSpec /nowhere -DataModelId $id -WhatIf")]
    public void It_does_nothing_in_any_stream(string script)
    {
        ShellResult result = Run(script);
        string[] shown =
        [
            result.Host, .. result.Warnings, .. result.Verbose, .. result.Information.Select(i => i.ToString()),
            .. result.Errors.SelectMany(e => new[] { e.Exception.Message, e.ErrorDetails?.Message ?? "" }),
        ];
        Assert.Contains(shown, text => text.Length > 0);
        Assert.All(shown, Harmless);
    }

    [Fact]
    public void Service_s_own_words_are_data_too()
    {
        Server.Faults.Arm(new Fault { Status = 400, Message = Hostile });
        ShellResult result = Run("Get-SigmaDataModel");
        Harmless(result.ErrorText);
        Harmless(result.Error.Exception.Message);
        Assert.Contains("# #vso", result.ErrorText);
    }

    [Fact]
    public void Commands_of_the_build_log_are_broken_in_the_data_of_an_error()
    {
        Server.Faults.Arm(new Fault { Status = 400, Message = Hostile });
        System.Management.Automation.ErrorRecord error = Run("Get-SigmaDataModel").Error;
        Harmless(error.Exception.ToString());
        for (System.Exception? cause = error.Exception; cause is not null; cause = cause.InnerException)
        {
            Harmless(cause.Message);
        }
    }

    [Theory]
    [InlineData("$s | Set-SigmaDataModelSpec -WhatIf")]
    [InlineData("$s.pages[0].elements = @(); $s | Set-SigmaDataModelSpec")]
    public void Line_break_in_a_name_begins_no_line(string script)
    {
        ShellResult result = Run(script);
        string shown = string.Join("\n", [result.Host, .. result.Errors.Select(e => e.Exception.Message)]);
        Assert.Contains("\u240a::error", shown, System.StringComparison.Ordinal);
        Assert.DoesNotContain(shown.Split('\n'), line => line.StartsWith(": :", System.StringComparison.Ordinal));
    }

    private static void Harmless(string text)
    {
        Assert.DoesNotContain("##vso[", text, System.StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", text, System.StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", text, System.StringComparison.Ordinal);
        Assert.DoesNotContain(text.Split('\n'), line => line.TrimStart().StartsWith("::", System.StringComparison.Ordinal));
    }
}
