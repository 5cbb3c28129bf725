using System;
using System.IO;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec;

/// <summary>
/// The JSON schema that a spec file names for editors: the key $schema in JSON, a comment in YAML. It is not part of the spec, so it is
/// never sent or compared.
/// </summary>
internal static class EditorSchema
{
    /// <summary>The key in JSON.</summary>
    public const string Key = "$schema";

    /// <summary>The path that an export writes: the copy in the folder's own settings.</summary>
    public const string ExportPath = "./.sigma/" + SpecJsonSchema.FileName;

    // The form that the YAML language server of VS Code and other editors reads.
    private const string Server = "yaml-language-server:";
    private const string Assignment = Key + "=";

    /// <summary>Removes the key from a spec and returns its text; null without one.</summary>
    /// <param name="root">The spec.</param>
    public static string? Take(JsonObject root)
    {
        if (!root.Has(Key))
        {
            return null;
        }

        var path = root.Text(Key);
        root.Remove(Key);
        return path;
    }

    /// <summary>The path in the comments before a YAML document; null without one.</summary>
    /// <param name="text">The text of the file.</param>
    public static string? InYaml(string text)
    {
        using var lines = new StringReader(text);
        while (lines.ReadLine()?.Trim() is { } line && (line.Length == 0 || line[0] is '#' or '%' || line == "---"))
        {
            var comment = line.TrimStart('#').TrimStart();
            if (line.StartsWith("#", StringComparison.Ordinal) && comment.StartsWith(Server, StringComparison.Ordinal))
            {
                var rest = comment.Substring(Server.Length).TrimStart();
                return rest.StartsWith(Assignment, StringComparison.Ordinal) ? rest.Substring(Assignment.Length).Trim() : null;
            }
        }

        return null;
    }

    /// <summary>Writes the text of a file that names a schema.</summary>
    /// <param name="root">The spec.</param>
    /// <param name="format">The format.</param>
    /// <param name="path">The path of the schema; null for none.</param>
    public static string Write(JsonObject root, SpecFormat format, string? path)
    {
        if (path is null)
        {
            return SpecFile.Text(root, format);
        }

        if (format == SpecFormat.Yaml)
        {
            return $"# {Server} {Assignment}{path}\n" + SpecFile.Text(root, format);
        }

        var named = new JsonObject();
        named.Add(Key, new JsonString(path));
        foreach (var member in root)
        {
            named.Add(member.Name, member.Value);
        }

        return SpecFile.Text(named, format);
    }
}
