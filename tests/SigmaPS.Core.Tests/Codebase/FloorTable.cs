using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace SigmaPS.Core.Tests.Codebase;

/// <summary>The floors of an assembly, from the ground up, each with the floors that it may use. Both test projects have one.</summary>
internal sealed class FloorTable : IEnumerable<string>
{
    private readonly List<string> _order = [];
    private readonly Dictionary<string, string[]> _uses = [];

    /// <summary>Adds the next floor.</summary>
    public void Add(string floor, string uses)
    {
        _order.Add(floor);
        _uses[floor] = uses.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    public IEnumerator<string> GetEnumerator() => _order.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public IReadOnlyList<string> UsesOf(string floor) => _uses[floor];

    public IEnumerable<string> ForbiddenTo(string floor) => _order.Where(other => other != floor && !_uses[floor].Contains(other));

    /// <summary>A floor uses only floors below it, so the order has no cycle.</summary>
    public void AssertOrder() => Assert.All(_order, floor => Assert.All(
        _uses[floor], used => Assert.InRange(_order.IndexOf(used), 0, _order.IndexOf(floor) - 1)));

    /// <summary>The rows of a document are this table.</summary>
    /// <param name="document">The text of the document.</param>
    /// <param name="row">Matches a row; its groups are floor and uses.</param>
    public void AssertPictureIn(string document, string row) => Assert.Equal(
        _order.Select(floor => $"{floor}: {(_uses[floor].Length == 0 ? "nothing" : string.Join(", ", _uses[floor]))}"),
        Regex.Matches(document, row, RegexOptions.Multiline)
            .Select(match => $"{match.Groups["floor"].Value}: {match.Groups["uses"].Value}"));
}
