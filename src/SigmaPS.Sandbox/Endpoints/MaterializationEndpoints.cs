using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>A model's materialization schedules and their runs (sigma-api-endpoints.md section 3).</summary>
internal static class MaterializationEndpoints
{
    private const int LargestPage = 500;

    public static Answer Schedules(ApiRequest request) =>
        Paging.FamilyB(
            request,
            [
                .. request
                    .Organization.SchedulesOf(DataModelEndpoints.Model(request).Id)
                    .Select(s =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["sheetId"] = s.SheetId,
                                ["elementName"] = s.ElementName,
                                ["schedule"] = new JsonObject { ["cronSpec"] = s.CronSpec, ["timezone"] = s.Timezone },
                                ["configuredAt"] = SpecText.Time(s.ConfiguredAt),
                                ["paused"] = false,
                            }),
            ],
            LargestPage);

    /// <summary>Runs an existing schedule now.</summary>
    public static Answer Run(ApiRequest request)
    {
        SandboxModel model = DataModelEndpoints.Model(request);
        JsonObject body = request.Body();
        SpecCheck.CheckText(body, "sheetId", "sheetId");
        return request.Organization.SchedulesOf(model.Id).Any(s => s.SheetId == body.Text("sheetId"))
            ? new Answer(new JsonObject { ["materializationId"] = request.Organization.Materialize(model.Id).Id })
            : throw ApiProblem.NotFound("Materialization schedule");
    }

    /// <summary>A run. The values of its status are not published; "ready at once" is the sandbox's choice.</summary>
    public static Answer Get(ApiRequest request)
    {
        MaterializationRun run = request.Organization.FindRun(DataModelEndpoints.Model(request).Id, request.Route("materializationId"))
            ?? throw ApiProblem.NotFound("Materialization");
        return new Answer(new JsonObject
        {
            ["materializationId"] = run.Id,
            ["status"] = "ready",
            ["startedAt"] = SpecText.Time(run.StartedAt),
            ["readyAt"] = SpecText.Time(run.StartedAt),
        });
    }
}
