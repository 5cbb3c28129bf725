using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>Promise 1: a spec goes through an object key by key and digit by digit, without the server-managed fields.</summary>
public sealed class PutBackUnchangedTests : SandboxTest
{
    private static readonly string[] Envelope =
    [
        "dataModelId",
        "url",
        "documentVersion",
        "latestDocumentVersion",
        "ownerId",
        "folderId",
        "createdBy",
        "updatedBy",
        "createdAt",
        "updatedAt",
        "name",
        "description",
    ];

    [Theory]
    [InlineData(null)]
    [InlineData(SpecLayout.Current)]
    [InlineData(SpecLayout.Seed2025)]
    public async Task Every_model_of_the_sandbox_goes_back_as_it_came(SpecLayout? layout)
    {
        await RestartAsync(new SandboxOptions { Layout = layout });
        foreach (SandboxModel model in Organization.Models.Where(m => !m.IsArchived))
        {
            Check(model);
        }
    }

    private void Check(SandboxModel model)
    {
        string sent = model.SpecJson;
        Shell.Set("id", model.Id);
        Run("$spec = Get-SigmaDataModelSpec $id").MustSucceed();

        // The equality short cut is out of the way because live is made to differ; the object itself is not touched.
        Organization.EditAsColleague(model.Id, spec =>
            spec["pages"]!.AsArray().Add(JsonNode.Parse("""{"id":"colleague","name":"Colleague","elements":[]}""")));
        Requests.Clear();
        Run("$spec | Set-SigmaDataModelSpec -IgnoreConflict -AllowRemoval -AllowUnrepresented -NoVerify").MustSucceed();

        JsonObject body = JsonNode.Parse(Assert.Single(Requests.Find("PUT")).Body)!.AsObject();
        body.Remove("documentVersion");
        JsonObject expected = JsonNode.Parse(sent)!.AsObject();
        foreach (string key in Envelope)
        {
            expected.Remove(key);
        }

        Assert.Equal(expected.ToJsonString(), body.ToJsonString());
    }
}
