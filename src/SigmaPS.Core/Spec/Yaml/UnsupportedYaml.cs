using System;
using SigmaPS.Core.Spec.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SigmaPS.Core.Spec.Yaml;

/// <summary>Rejects YAML features that JSON lacks.</summary>
internal static class UnsupportedYaml
{
    /// <summary>Rejects a second document and other YAML versions.</summary>
    public static void Check(DocumentStart start, bool isFirst, YamlSource source)
    {
        if (!isFirst)
        {
            throw source.Error("A second document begins here; only one is allowed", start.Start.Index);
        }

        // In YAML 1.1, no and 012 have other meanings, so a text that declares 1.1 would be misread silently.
        if (start.Version is { Version: var version } && (version.Major != 1 || version.Minor != 2))
        {
            throw source.Error($"The text declares YAML {version.Major}.{version.Minor}; only YAML 1.2 is supported", start.Start.Index);
        }
    }

    /// <summary>Rejects a value with an anchor or a tag.</summary>
    public static void Check(NodeEvent node, YamlSource source)
    {
        if (!node.Anchor.IsEmpty)
        {
            throw source.Error("Anchors (&) are not supported; put text that begins with & in quotes", node.Start.Index);
        }

        if (!node.Tag.IsEmpty)
        {
            throw source.Error("Tags (!) are not supported; put text that begins with ! in quotes", node.Start.Index);
        }
    }

    /// <summary>Rejects a scalar with a colon that the scanner misread; in YAML it ends a name
    /// (https://yaml.org/spec/1.2.2/#733-plain-style).</summary>
    public static void CheckColons(Scalar scalar, string text, YamlLevel? level, YamlSource source)
    {
        if (scalar.Style != ScalarStyle.Plain)
        {
            return;
        }

        if (level is { IsFlow: true } && (level.IsAtName || level.Value is JsonArray) && source.IsBehindColon(scalar.Start.Index))
        {
            // The scanner drops a colon that begins a word after quoted text in brackets: ["a", :b].
            throw source.Error("A word in brackets begins with ':'; put it in quotes", scalar.Start.Index);
        }

        // It ignores the colon in a *b: c, because it parses *b as an alias, and the one in {a:}.
        var mayEndInColon = level is { IsAtName: true, IsFlow: false };
        if (text.IndexOf(": ", StringComparison.Ordinal) >= 0 || (!mayEndInColon && text.EndsWith(":", StringComparison.Ordinal)))
        {
            throw source.Error("Text without quotes contains ':' and a space; put the text in quotes", scalar.Start.Index);
        }
    }
}
