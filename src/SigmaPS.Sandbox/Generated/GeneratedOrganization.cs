using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Sandbox;

/// <summary>
/// An organization whose dependencies are known by construction: models in three layers, workbooks and reports over them.
/// They come from the generator's choices, never from resolving a name.
/// </summary>
public sealed class GeneratedOrganization
{
    private readonly List<GeneratedNode> _nodes = [];
    private readonly Lazy<ILookup<GeneratedNode, GeneratedNode>> _readers;

    private GeneratedOrganization() => _readers = new Lazy<ILookup<GeneratedNode, GeneratedNode>>(() => _nodes
        .SelectMany(n => n.Reads.Select(r => (Read: r, Reader: n)))
        .ToLookup(p => p.Read, p => p.Reader));

    /// <summary>Every column, metric and element of the models and documents.</summary>
    public IReadOnlyList<GeneratedNode> Nodes => _nodes;

    /// <summary>The columns of the models.</summary>
    public IEnumerable<GeneratedNode> ModelColumns => _nodes.Where(n => n is { DocumentKind: "DataModel", Kind: "column" });

    /// <summary>The metrics of the models.</summary>
    public IEnumerable<GeneratedNode> Metrics => _nodes.Where(n => n.Kind == "metric");

    /// <summary>The elements of the models.</summary>
    public IEnumerable<GeneratedNode> ModelElements => _nodes.Where(n => n is { DocumentKind: "DataModel", Kind: "element" });

    /// <summary>Adds models in three layers, workbooks and reports.</summary>
    public static GeneratedOrganization Fill(
        SandboxOrganization organization,
        int models = 30,
        int workbooks = 300,
        int reports = 40,
        int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(organization);
        GeneratedOrganization generated = new();
        Random random = new(seed);
        GeneratedModels made = new(organization, generated._nodes, random);
        made.Fill(models);
        GeneratedDocuments documents = new(organization, made.Elements, generated._nodes, random);
        documents.Fill(DocumentKind.Workbook, workbooks);
        documents.Fill(DocumentKind.Report, reports);
        return generated;
    }

    /// <summary>
    /// The columns and metrics of other documents that read an item, directly or through others. An element counts with all that it
    /// contains.
    /// </summary>
    public IReadOnlySet<GeneratedNode> ConsumersOf(GeneratedNode item)
    {
        ArgumentNullException.ThrowIfNull(item);
        HashSet<GeneratedNode> reached = [item];
        if (item.Kind == "element")
        {
            reached.UnionWith(_nodes.Where(n => n.DocumentId == item.DocumentId && n.ElementId == item.ElementId));
        }

        Queue<GeneratedNode> open = new(reached);
        while (open.TryDequeue(out GeneratedNode? at))
        {
            foreach (GeneratedNode reader in _readers.Value[at].Where(reached.Add))
            {
                open.Enqueue(reader);
            }
        }

        return reached.Where(n => n.DocumentId != item.DocumentId).ToHashSet();
    }
}
