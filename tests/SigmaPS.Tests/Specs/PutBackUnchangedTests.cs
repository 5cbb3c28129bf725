using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>Promise 1: a spec that went through an object goes out as it came, key by key, digit by digit, less the envelope.</summary>
public sealed class PutBackUnchangedTests
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
        await using SandboxServer server = await SandboxServer.StartAsync(new SandboxOptions { Layout = layout });
        using Shell shell = Shell.ConnectedTo(server);
        foreach (SandboxModel model in server.Organization.Models.Where(m => !m.IsArchived))
        {
            Check(server, shell, model);
        }

        shell.Run("Disconnect-Sigma");
    }

    private static void Check(SandboxServer server, Shell shell, SandboxModel model)
    {
        string sent = model.SpecJson;
        shell.Set("id", model.Id);
        shell.Run("$spec = Get-SigmaDataModelSpec $id").MustSucceed();

        // The equality short cut is out of the way because live is made to differ; the object itself is not touched.
        server.Organization.EditAsColleague(model.Id, spec =>
            spec["pages"]!.AsArray().Add(JsonNode.Parse("""{"id":"colleague","name":"Colleague","elements":[]}""")));
        server.Requests.Clear();
        shell.Run("$spec | Set-SigmaDataModelSpec -IgnoreConflict -AllowRemoval -AllowUnrepresented -NoVerify").MustSucceed();

        JsonObject body = JsonNode.Parse(Assert.Single(server.Requests.Find("PUT")).Body)!.AsObject();
        body.Remove("documentVersion");
        JsonObject expected = JsonNode.Parse(sent)!.AsObject();
        foreach (string key in Envelope)
        {
            expected.Remove(key);
        }

        Assert.Equal(expected.ToJsonString(), body.ToJsonString());
    }
}
