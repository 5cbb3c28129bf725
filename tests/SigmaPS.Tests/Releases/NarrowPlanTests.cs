using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>A plan of some models is about these models alone.</summary>
public sealed class NarrowPlanTests : IAsyncLifetime
{
    private ReleaseTestBed _shop = null!;

    public async Task InitializeAsync()
    {
        _shop = await ReleaseTestBed.OpenAsync();
        _shop.Write(1);
        _shop.Write(2, 1);
        _shop.Write(3);
        _shop.Publish().MustSucceed();
        File.WriteAllText(_shop.FileOf(3), File.ReadAllText(_shop.FileOf(3)).Replace("DEV", "TEST", System.StringComparison.Ordinal));
    }

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Theory]
    [InlineData("{ broken")]
    [InlineData("{\"schemaVersion\":1,\"pages\":[]}")]
    [InlineData("twice")]
    [InlineData("variable")]
    [InlineData("connection")]
    [InlineData("cycle")]
    public void Plan_of_one_model_has_no_line_about_the_others(string trouble)
    {
        Break(trouble);
        Assert.NotEmpty(_shop.Plan().Errors);
        foreach (string name in new[] { "'Model 01'", "'Model 02'", "'Model 0[12]'" })
        {
            ShellResult plan = _shop
                .Shell.Run(
                    $"$VerbosePreference = 'Continue'; $plan = New-SigmaReleasePlan $models prod -Name {name}; $plan; $plan | "
                        + "ConvertTo-SigmaMarkdown; $plan | Publish-SigmaReleasePlan -Confirm:$false"
                )
                .MustSucceed();
            Assert.Empty(plan.Warnings);
            Assert.Empty(_shop.Shell.Run($"Get-SigmaDrift $models prod -Name {name}").MustSucceed().Output);
            string text = string.Concat(plan.Texts) + plan.Host + string.Concat(plan.Verbose);
            Assert.DoesNotContain("Model 03", text);
            Assert.DoesNotContain("model-03", text);
            Assert.DoesNotContain("model-04", text);
        }
    }

    [Fact]
    public void Problems_of_a_model_that_is_only_read_do_not_end_the_plan()
    {
        // Model 02 reads model 01, whose file is not fit for publishing now.
        JsonObject read = JsonNode.Parse(File.ReadAllText(_shop.FileOf(1)))!.AsObject();
        read["pages"]![0]!["elements"]!.AsArray().Add(Sql("99999999-9999-4999-8999-999999999999"));
        _shop.Save(1, read);
        Assert.Equal("SigmaInvalidEnvironment", _shop.Plan("-Name 'Model 01'").ErrorId);
        Assert.Equal(["Unchanged Model 02"], ReleaseTestBed.Actions(_shop.Plan("-Name 'Model 02'").MustSucceed()));
    }

    [Fact]
    public void Entries_of_the_environment_that_no_model_uses_are_notes_of_the_whole_plan_alone()
    {
        const string unused = "33333333-3333-4333-8333-333333333333";
        _shop.Environment["connections"]![unused] = "Production Warehouse";
        _shop.Environment["paths"]!["NOWHERE"] = "PROD";
        _shop.SaveEnvironment();
        string[] notes = Notes("");
        Assert.Equal(2, notes.Length);
        Assert.Contains($"'{unused}'", notes[0], System.StringComparison.Ordinal);
        Assert.Contains("'NOWHERE'", notes[1], System.StringComparison.Ordinal);
        Assert.Empty(Notes("-Name 'Model 01'"));

        // Model 02 reads model 01, so the plan covers these two; all three are the whole folder again.
        Assert.Empty(Notes("-Name 'Model 02'"));
        Assert.Equal(notes, Notes("-Name 'Model 0[23]'"));
    }

    private string[] Notes(string more)
    {
        _shop.Plan(more).MustSucceed();
        return [.. _shop.Shell.Run("$plan.Notes").MustSucceed().Texts.Select(text => text!)];
    }

    [Fact]
    public void Name_that_may_be_in_an_unread_file_is_reported_with_that_file()
    {
        Break("{ broken");
        ShellResult refused = _shop.Plan("-Name 'Model 09'");
        Assert.Equal("SigmaModelNotFound", refused.ErrorId);
        Assert.Contains("model-03.json", refused.ErrorText);
    }

    [Fact]
    public void File_of_the_plan_that_became_unreadable_ends_the_publish()
    {
        _shop.Plan("-Name 'Model 03'");
        Break("{ broken");
        ShellResult refused = _shop.Shell.Run("$plan | Publish-SigmaReleasePlan -Confirm:$false");
        Assert.Equal("SigmaInvalidSpec", refused.ErrorId);
    }

    private void Break(string trouble)
    {
        switch (trouble)
        {
            case "twice":
                File.Copy(_shop.FileOf(3), _shop.FileOf(4));
                return;
            case "variable":
                _shop.Environment["variables"]!["other"] = "x";
                JsonObject file = JsonNode.Parse(File.ReadAllText(_shop.EnvironmentFile))!.AsObject();
                file["environments"]!["test"] = _shop.Environment.DeepClone();
                File.WriteAllText(_shop.EnvironmentFile, file.ToJsonString());
                File.WriteAllText(
                    _shop.FileOf(3),
                    File.ReadAllText(_shop.FileOf(3)).Replace("${factor}", "${other}", System.StringComparison.Ordinal));
                return;
            case "connection":
                JsonObject other = JsonNode.Parse(File.ReadAllText(_shop.FileOf(3)))!.AsObject();
                other["pages"]![0]!["elements"]!.AsArray().Add(Sql("99999999-9999-4999-8999-999999999999"));
                _shop.Save(3, other);
                return;
            case "cycle":
                _shop.Write(3, 4);
                _shop.Write(4, 3);
                return;
            default:
                File.WriteAllText(_shop.FileOf(3), trouble);
                return;
        }
    }

    private static JsonNode Sql(string connection) =>
        JsonNode.Parse(
            $$"""{"id":"sql","kind":"table","source":{"kind":"sql","connectionId":"{{connection}}","statement":"select 1"},"columns":[],"name":"Raw"}"""
        )!;
}
