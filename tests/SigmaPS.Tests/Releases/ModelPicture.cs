using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Sandbox;

namespace SigmaPS.Tests.Releases;

/// <summary>The content of an organization without IDs: two organizations with the same names and formulas look the same.</summary>
internal static class ModelPicture
{
    /// <summary>Describes all models. A source whose element does not exist is LOST.</summary>
    public static string Of(SandboxOrganization organization)
    {
        SandboxModel[] models =
            [.. organization.Models.Where(model => !model.IsArchived).OrderBy(model => model.Name, StringComparer.Ordinal)];
        Dictionary<string, string> names = models.ToDictionary(model => model.Id, model => model.Name);
        Dictionary<(string, string), string> elements = models
            .SelectMany(model => Elements(model).Select(element => (Key: (model.Id, (string)element["id"]!), Name: Name(element))))
            .ToDictionary(element => element.Key, element => element.Name);
        return string.Join("\n", models.SelectMany(model => Elements(model).Select(element =>
            $"{model.Name} / {Name(element)} over {Source(element["source"])}: {Items(element, "columns")} {Items(element, "metrics")}")));

        string Source(JsonNode? source) =>
            (string?)source?["kind"] != "data-model" ? (string?)source?["kind"] ?? "nothing"
            : names.GetValueOrDefault((string)source["dataModelId"]!, "LOST")
                + "/"
                + elements.GetValueOrDefault(((string)source["dataModelId"]!, (string)source["elementId"]!), "LOST");
    }

    private static IEnumerable<JsonNode> Elements(SandboxModel model) =>
        JsonNode.Parse(model.SpecJson)!["pages"]!.AsArray().SelectMany(page => page!["elements"]!.AsArray()).Select(element => element!);

    private static string Name(JsonNode element) =>
        $"{(string?)element["name"] ?? (string?)element["controlId"] ?? "unnamed"} {(string?)element["description"]}".TrimEnd();

    private static string Items(JsonNode element, string list) =>
        string.Join(", ", (element[list]?.AsArray() ?? []).Select(item => $"{(string?)item!["name"]} = {(string?)item["formula"]}"));
}
