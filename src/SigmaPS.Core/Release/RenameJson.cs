using System;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Release;

/// <summary>A rename in a plan file.</summary>
internal static class RenameJson
{
    public static JsonObject Write(RenameRequest rename, Func<string, string> relative)
    {
        var json = new JsonObject();
        foreach (
            var (name, value) in new[]
            {
                ("kind", rename.Item.Kind.ToString()),
                ("dataModel", rename.DataModel),
                ("element", rename.Item.Element),
                ("item", rename.Item.Item),
                ("newName", rename.Item.NewName),
            })
        {
            json.Add(name, new JsonString(value));
        }

        json.Add("safe", new JsonBoolean(rename.IsSafe));
        if (rename.Files is { } files)
        {
            json.Add("files", new JsonString(relative(files)));
        }

        return json;
    }

    public static RenameRequest Read(JsonObject json, Func<string, string> absolute) => new(
        json.Text("dataModel") ?? "",
        new ItemRename(
            Enum.TryParse<RenameKind>(json.Text("kind"), out var kind) ? kind : RenameKind.Column,
            json.Text("element") ?? "",
            json.Text("item") ?? "",
            json.Text("newName") ?? ""))
    {
        IsSafe = json["safe"] is JsonBoolean { Value: true },
        Files = json.Text("files") is { } files ? absolute(files) : null,
    };
}
