using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Reports;

/// <summary>The depth of each node: its longest path from a source. An edge that closes a cycle does not count.</summary>
internal static class DiagramDepths
{
    /// <summary>Computes the depths.</summary>
    public static IReadOnlyDictionary<DiagramNode, int> Find(DiagramGraph graph)
    {
        var depths = new Dictionary<DiagramNode, int>();
        var sources = graph.Edges.Where(edge => !edge.IsDotted && edge.From != edge.To).ToLookup(edge => edge.To, edge => edge.From);
        var open = new HashSet<DiagramNode>();
        var path = new Stack<(DiagramNode Node, bool IsDone)>(graph.Nodes.Reverse().Select(node => (node, false)));
        while (path.Count > 0)
        {
            var (node, isDone) = path.Pop();
            if (isDone)
            {
                depths[node] = sources[node].Select(from => depths.TryGetValue(from, out var depth) ? depth + 1 : 0)
                    .DefaultIfEmpty(0).Max();
                open.Remove(node);
            }
            else if (!depths.ContainsKey(node) && open.Add(node))
            {
                path.Push((node, true));
                foreach (var from in sources[node].Where(from => !depths.ContainsKey(from) && !open.Contains(from)))
                {
                    path.Push((from, false));
                }
            }
        }

        return depths;
    }
}
