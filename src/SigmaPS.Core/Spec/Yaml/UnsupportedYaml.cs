using System;
using SigmaPS.Core.Spec.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SigmaPS.Core.Spec.Yaml;

/// <summary>What YAML can say beyond JSON, refused with a plain sentence.</summary>
internal static class UnsupportedYaml
{
    /// <summary>Lets one document of YAML 1.2 pass.</summary>
    public static void Check(DocumentStart start, bool isFirst, YamlSource source)
    {
        if (!isFirst)
        {
            throw source.Error("A second document begins here; a text holds one", start.Start.Index);
        }

        // In YAML 1.1 no and 012 mean something else, so a text that says it is 1.1 would be misread in silence.
        if (start.Version is { Version: var version } && (version.Major != 1 || version.Minor != 2))
        {
            throw source.Error($"The text says that it is YAML {version.Major}.{version.Minor}; this is read as YAML 1.2 only", start.Start.Index);
        }
    }

    /// <summary>Lets a value without anchor and tag pass.</summary>
    public static void Check(NodeEvent node, YamlSource source)
    {
        if (!node.Anchor.IsEmpty)
        {
            throw source.Error("An anchor (&) stands here, and anchors are not read; put text that begins with & in quotes", node.Start.Index);
        }

        if (!node.Tag.IsEmpty)
        {
            throw source.Error("A tag (!) stands here, and tags are not read; put text that begins with ! in quotes", node.Start.Index);
        }
    }

    /// <summary>Lets a scalar pass unless the scanner has misread a colon in it, which YAML would take for the end of a name (https://yaml.org/spec/1.2.2/#733-plain-style).</summary>
    public static void CheckColons(Scalar scalar, string text, YamlLevel? level, YamlSource source)
    {
        if (scalar.Style != ScalarStyle.Plain)
        {
            return;
        }

        if (level is { IsFlow: true } && (level.IsAtName || level.Value is JsonArray) && source.IsBehindColon(scalar.Start.Index))
        {
            // The scanner drops a colon that begins a word behind quoted text in brackets: ["a", :b].
            throw source.Error("A word in brackets begins with ':'; put it in quotes", scalar.Start.Index);
        }

        // It passes over the colon in a *b: c, because it takes *b for an alias, and over the one in {a:}.
        var mayEndInColon = level is { IsAtName: true, IsFlow: false };
        if (text.IndexOf(": ", StringComparison.Ordinal) >= 0 || (!mayEndInColon && text.EndsWith(":", StringComparison.Ordinal)))
        {
            throw source.Error("A ':' with a space stands inside text without quotes; put the text in quotes", scalar.Start.Index);
        }
    }
}
