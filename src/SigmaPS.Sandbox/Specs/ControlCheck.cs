using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SigmaPS.Sandbox;

/// <summary>Refuses controls with an invalid ID, target or parameter (spec.md section 3.2).</summary>
internal sealed partial class ControlCheck(SandboxOrganization organization, SpecScope scope)
{
    public void Check(JsonObject control, JsonArray? before)
    {
        string controlId = control.Text("controlId") ?? "";
        bool isOld = before is not null && SpecParts.Controls(before).Any(c => c.Text("controlId") == controlId);
        if (!isOld && !IdFormat().IsMatch(controlId))
        {
            throw ApiProblem.Invalid("Invalid id format");
        }

        foreach (JsonObject target in control.Items("filters"))
        {
            Target(target);
        }

        if (control["source"] is JsonObject source && source["source"] is JsonObject)
        {
            Target(source);
        }

        foreach (JsonObject parameter in control.Items("parameters"))
        {
            Parameter(controlId, parameter);
        }
    }

    // For a warehouse table the column is its raw name, which is not checked.
    private void Target(JsonObject target)
    {
        JsonObject? source = target["source"] as JsonObject;
        if (source.Text("kind") == "warehouse-table")
        {
            return;
        }

        SpecScope? owner = source.Text("kind") == "data-model" ? scope.Of(source.Text("dataModelId")) : scope;
        JsonObject table = owner?.Table(source.Text("elementId"))
            ?? throw ApiProblem.Invalid($"Element {source.Text("elementId")} not found in data model");
        if (table.Items("columns").All(c => c.Text("id") != target.Text("columnId")))
        {
            throw ApiProblem.Invalid("Invalid column reference");
        }
    }

    private void Parameter(string controlId, JsonObject parameter)
    {
        SandboxModel? model = organization.FindModel(parameter.Text("dataModelId") ?? "");
        if (model is null || SpecParts.Controls(model.Latest.Pages).All(c => c.Text("controlId") != parameter.Text("controlId")))
        {
            throw ApiProblem.Invalid(
                $"Invalid parameter on control: {controlId} targeting data model: {parameter.Text("dataModelId")}, controlId: "
                    + $"{parameter.Text("controlId")}."
            );
        }
    }

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$")]
    private static partial Regex IdFormat();
}
