using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>Variables of an environment whose values come from the process environment, and are never shown.</summary>
public sealed class HiddenVariableTests : IAsyncLifetime
{
    private const string Long = "Zq7!ümlaut\"quote-9f8e7d6c5b4a";
    private const string Earlier = "Xk3-earlier-1a2b3c4d5e";
    private const string Short = "Vj8w";
    private readonly OwnVariable _variable = new();
    private ReleaseTestBed _shop = null!;

    public async Task InitializeAsync()
    {
        _shop = await ReleaseTestBed.OpenAsync();
        _shop.Environment["variables"]!["hidden"] = $"${{env:{_variable.Name}}}";
        _shop.Environment["variables"]!["wrapped"] = $"a ${{env:{_variable.Name}}} b";
        _shop.SaveEnvironment();
        JsonObject model = _shop.Write(1);
        model["description"] = "Key ${hidden}";
        JsonArray elements = model["pages"]![0]!["elements"]!.AsArray();
        elements[0]!["columns"]![2]!["formula"] = "[Net Revenue] & \"${wrapped}\" & [Nowhere]";
        elements[0]!["columns"]![1]!["description"] = "${hidden}";
        elements.Add(
            JsonNode.Parse(
                $$"""
                {"id":"sql1","kind":"table","source":{"kind":"sql","connectionId":"{{ReleaseTestBed.FilesConnection}}","statement":"select 1 as ONE where '${hidden}' = 'x'"},
                 "columns":[{"id":"one","formula":"[Custom SQL/ONE]","name":"Only ${hidden}"}],"name":"Raw"}
                """));
        _shop.Save(1, model);
        _shop.Shell.Set("VerbosePreference", "Continue");
    }

    public async Task DisposeAsync()
    {
        _variable.Dispose();
        await _shop.DisposeAsync();
    }

    [Theory]
    [InlineData(Long)]
    [InlineData(Short)]
    public void Value_goes_to_sigma_and_is_not_shown_anywhere(string value)
    {
        // An earlier publish with another value: that one is live, and as secret.
        _variable.Set(Earlier);
        Hides("New-SigmaReleasePlan $models prod -SkipValidation | Publish-SigmaReleasePlan -SkipValidation -Confirm:$false", Earlier);
        Assert.Contains(Earlier, _shop.LiveModel(1).SpecJson, StringComparison.Ordinal);
        Assert.Contains(Earlier, _shop.LiveModel(1).Description, StringComparison.Ordinal);

        _variable.Set(value);
        string[] secrets = [value, Earlier];
        Hides(
            "$plan = New-SigmaReleasePlan $models prod -SavePath \"$root/plan.json\"; $plan; $plan.Items[0].Changes; $plan | "
                + "ConvertTo-SigmaMarkdown",
            secrets);
        Hides("Get-SigmaDrift $models prod | ForEach-Object { $_; $_.Changes }", secrets);
        Hides("$plan | Publish-SigmaReleasePlan -WhatIf -Confirm:$false", secrets);
        Hides("$plan | Publish-SigmaReleasePlan -Confirm:$false", secrets);
        Hides("Publish-SigmaReleasePlan -Path \"$root/plan.json\" -SkipValidation -AllowRemoval -Confirm:$false", secrets);
        Assert.All(Strings(_shop.LiveModel(1)), text => Assert.DoesNotContain(Earlier, text, StringComparison.Ordinal));
        Assert.Equal("Key " + value, _shop.LiveModel(1).Description);
        Assert.Contains(Strings(_shop.LiveModel(1)), text => text == value);
        Assert.Contains(Strings(_shop.LiveModel(1)), text => text == $"select 1 as ONE where '{value}' = 'x'");

        // The undo knows that the description is the one of the run, without its text.
        _shop.Shell.Run("Undo-SigmaRelease -Last -ModelPath $models -SkipValidation -AllowRemoval").MustSucceed();
        Assert.Equal("Key " + Earlier, _shop.LiveModel(1).Description);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(500)]
    public void Error_of_the_service_that_quotes_the_value_is_shown_without_it(int status)
    {
        _variable.Set(Long);
        _shop.Server.Faults.Arm(
            new Fault
            {
                Method = "POST",
                Status = status,
                Body = $$"""{"message":"cannot compile {{JsonValue.Create(Long)!.ToJsonString().Trim('"')}} here"}""",
                Times = int.MaxValue,
            });
        Hides("New-SigmaReleasePlan $models prod -SkipValidation | Publish-SigmaReleasePlan -SkipValidation -Confirm:$false", Long);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("$(SIGMA_KEY)")]
    public void Variable_that_is_not_set_is_named_before_any_request(string? value)
    {
        _variable.Set(value);
        _shop.Server.Requests.Clear();
        foreach (string command in new[] { "New-SigmaReleasePlan", "Get-SigmaDrift" })
        {
            ShellResult refused = _shop.Shell.Run($"{command} $models prod");
            Assert.Equal("SigmaInvalidEnvironment", refused.ErrorId);
            Assert.Contains(_variable.Name, refused.ErrorText, StringComparison.Ordinal);
            Assert.Contains("line ", refused.ErrorText, StringComparison.Ordinal);
        }

        Assert.Equal(0, _shop.Server.Requests.Count());
    }

    [Fact]
    public void Plan_is_stale_when_the_value_has_changed_since()
    {
        _variable.Set(Long);
        _shop.Shell.Run("New-SigmaReleasePlan $models prod -SkipValidation -SavePath \"$root/plan.json\"").MustSucceed();
        _variable.Set(Earlier);
        Assert.Equal(
            "SigmaPlanStale",
            _shop.Shell.Run("Publish-SigmaReleasePlan -Path \"$root/plan.json\" -SkipValidation -Confirm:$false").ErrorId);
    }

    [Fact]
    public void Another_environment_s_variable_need_not_be_set()
    {
        JsonObject file = JsonNode.Parse(File.ReadAllText(_shop.EnvironmentFile))!.AsObject();
        JsonObject other = file["environments"]!["prod"]!.DeepClone().AsObject();
        other["variables"] = new JsonObject { ["hidden"] = "plain", ["wrapped"] = "plain" };
        file["environments"]!["test"] = other;
        File.WriteAllText(_shop.EnvironmentFile, file.ToJsonString());
        other["variables"]!["factor"] = "2";
        File.WriteAllText(_shop.EnvironmentFile, file.ToJsonString());
        _shop.Shell.Run("New-SigmaReleasePlan $models test").MustSucceed();
    }

    [Theory]
    [InlineData("folder", "\"Retail/${env:HOME}\"")]
    [InlineData("organization", "\"${env:HOME}\"")]
    [InlineData("connections", "{\"a\":\"${env:HOME}\"}")]
    [InlineData("publishers", "[\"${ENV:HOME}\"]")]
    [InlineData("variables", "{\"a\":\"${env:}\"}")]
    [InlineData("variables", "{\"a\":\"${env:not a name}\"}")]
    public void Reference_that_cannot_be_used_is_an_error_with_its_line(string key, string value)
    {
        _variable.Set(Long);
        _shop.Environment[key] = JsonNode.Parse(value);
        _shop.SaveEnvironment();
        ShellResult refused = _shop.Plan();
        Assert.Equal("SigmaInvalidEnvironment", refused.ErrorId);
        Assert.Contains("line ", refused.ErrorText, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.GetEnvironmentVariable("HOME") ?? Long, refused.ErrorText, StringComparison.Ordinal);
    }

    private static string[] Strings(SandboxModel model) => [.. Walk(JsonNode.Parse(model.SpecJson))];

    private static System.Collections.Generic.IEnumerable<string> Walk(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(member => Walk(member.Value)),
        JsonArray array => array.SelectMany(Walk),
        JsonValue value when value.TryGetValue(out string? text) => [text],
        _ => [],
    };

    // Every stream, every property down to the last one, and every file but the copies of what was live.
    private void Hides(string script, params string[] secrets)
    {
        ShellResult result = _shop.Shell.Run(script);
        string[] texts =
        [
            .. result.Output.Select(o => PSSerializer.Serialize(o, 10)),
            .. result.Errors.Select(e => e + e.Exception.ToString() + PSSerializer.Serialize(e, 2)),

            // The other parts of an error describe code, down to the parameters of each command.
            .. result.Errors.Select(e => PSSerializer.Serialize(e.TargetObject, 6)),
            .. result.Warnings,
            .. result.Verbose,
            .. result.Progress,
            result.Host,
            .. result.Information.Select(i => PSSerializer.Serialize(i, 8)),
            .. Directory
                .GetFiles(_shop.Root, "*.json", SearchOption.AllDirectories)
                .Where(file =>
                    Path.GetFileName(file) == "run.json" || !file.Contains(Path.Combine(".sigma", "runs"), StringComparison.Ordinal))
                .Select(File.ReadAllText),
        ];
        foreach (
            string secret in secrets
                .SelectMany(secret =>
                    new[] { secret, JsonValue.Create(secret)!.ToJsonString().Trim('"'), System.Security.SecurityElement.Escape(secret)! })
                .Distinct())
        {
            foreach (string text in texts)
            {
                int place = text.IndexOf(secret, StringComparison.Ordinal);
                Assert.True(
                    place < 0,
                    $"{script}: "
                        + $"{(place < 0
                            ? ""
                            : text.Substring(Math.Max(0, place - 200), Math.Min(400, text.Length - Math.Max(0, place - 200))))}"
                );
            }
        }
    }
}
