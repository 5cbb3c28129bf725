using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Finds cycles in a graph of references, without recursion. Each member is in one cycle only.</summary>
internal static class CycleFinder
{
    // Many long cycles through one member would take quadratic time. They disappear when the first one is broken.
    private const int LongestOfMany = 100;

    /// <summary>The cycles. A member of several is listed with the first one.</summary>
    public static List<List<T>> Find<T>(IEnumerable<T> all, Func<T, IEnumerable<T>> below)
        where T : class
    {
        var rings = new List<List<T>>();
        var told = new HashSet<T>();
        var state = new Dictionary<T, int>();
        var path = new List<T>();
        var open = new Stack<IEnumerator<T>>();
        foreach (var start in all)
        {
            if (!state.ContainsKey(start))
            {
                Enter(start);
            }

            while (open.Count > 0)
            {
                if (!open.Peek().MoveNext())
                {
                    open.Pop().Dispose();
                    state[path[path.Count - 1]] = -1;
                    path.RemoveAt(path.Count - 1);
                    continue;
                }

                var next = open.Peek().Current;
                if (!state.TryGetValue(next, out var at))
                {
                    Enter(next);
                }
                else if (at >= 0 && !told.Contains(path[path.Count - 1]) && (!told.Contains(next) || path.Count - at <= LongestOfMany))
                {
                    var ring = path.Skip(at).ToList();
                    told.UnionWith(ring);
                    rings.Add(ring);
                }
            }
        }

        return rings;

        void Enter(T thing)
        {
            state[thing] = path.Count;
            path.Add(thing);
            open.Push(below(thing).GetEnumerator());
        }
    }
}
