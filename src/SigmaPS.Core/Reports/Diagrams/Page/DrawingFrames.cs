using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Reports;

/// <summary>The rectangles of all nodes. A node is beside its neighbors where it can be, so that edges are straight.</summary>
internal sealed class DrawingFrames
{
    /// <summary>The height of a node.</summary>
    public const int NodeHeight = 30;

    private const int NodeSpace = NodeHeight + 16;
    private const int PassageSpace = 14;
    private const int LayerGap = 110;
    private const int Margin = 24;
    private const int Passes = 8;
    private const double LetterWidth = 7.2;
    private const double CapitalWidth = 9;

    private readonly Dictionary<DiagramNode, DrawingFrame> _frames = new();
    private readonly List<(double Left, double Width)> _layers = new();
    private readonly DiagramLayout _layout;

    public DrawingFrames(DiagramGraph graph)
    {
        _layout = new DiagramLayout(graph);
        SetCenters();
        var points = _layout.Layers.SelectMany(layer => layer).ToList();
        var top = points.Select(point => point.Center).DefaultIfEmpty(0).Min() - Margin - (NodeHeight / 2);
        points.ForEach(point => point.Center -= top);
        double left = Margin;
        foreach (var layer in _layout.Layers)
        {
            var width = layer.Select(point => point.Node).OfType<DiagramNode>().Max(WidthOf);
            _layers.Add((left, width));
            for (var order = 0; order < layer.Count; order++)
            {
                if (layer[order].Node is { } node)
                {
                    _frames[node] = new DrawingFrame(layer[order].Layer, order, left, layer[order].Center - (NodeHeight / 2), width);
                }
            }

            left += width + LayerGap;
        }

        Width = Math.Max(left - LayerGap, Margin) + Margin;
        Height = points.Select(point => point.Center + (NodeHeight / 2)).DefaultIfEmpty(0).Max() + Margin;
    }

    /// <summary>The width of the drawing.</summary>
    public double Width { get; }

    /// <summary>The height of the drawing.</summary>
    public double Height { get; }

    /// <summary>The rectangle of a node.</summary>
    public DrawingFrame this[DiagramNode node] => _frames[node];

    /// <summary>The straight parts of an edge through the layers between its ends.</summary>
    public IEnumerable<(double Left, double Right, double Y)> Passages(DiagramNode from, DiagramNode to) =>
        _layout.Passages(from, to).Select(point =>
            (_layers[point.Layer].Left, _layers[point.Layer].Left + _layers[point.Layer].Width, point.Center));

    private static double WidthOf(DiagramNode node) =>
        24 + HtmlText.Shorten(node.Label).Sum(letter => char.IsUpper(letter) || letter > '\u2e80' ? CapitalWidth : LetterWidth);

    private static double SpaceOf(LayoutPoint point) => point.Node is null ? PassageSpace : NodeSpace;

    private void SetCenters()
    {
        foreach (var layer in _layout.Layers)
        {
            var offsets = Offsets(layer);
            for (var i = 0; i < layer.Count; i++)
            {
                layer[i].Center = offsets[i] - (offsets[layer.Count - 1] / 2);
            }
        }

        for (var pass = 0; pass < Passes; pass++)
        {
            foreach (var layer in pass % 2 == 0 ? _layout.Layers : _layout.Layers.Reverse())
            {
                Place(layer);
            }
        }
    }

    // The smallest distances from the first point of a layer.
    private static List<double> Offsets(IReadOnlyList<LayoutPoint> layer)
    {
        var offsets = new List<double>();
        for (var i = 0; i < layer.Count; i++)
        {
            offsets.Add(i == 0 ? 0 : offsets[i - 1] + ((SpaceOf(layer[i - 1]) + SpaceOf(layer[i])) / 2));
        }

        return offsets;
    }

    // Isotonic regression: points that want the same position form a block around their mean, and the order stays.
    private static void Place(List<LayoutPoint> layer)
    {
        var offsets = Offsets(layer);
        var blocks = new List<(double Sum, int Count)>();
        for (var i = 0; i < layer.Count; i++)
        {
            var desired = layer[i].Neighbors.Select(other => other.Center).DefaultIfEmpty(layer[i].Center).Average();
            var block = (Sum: desired - offsets[i], Count: 1);
            while (blocks.Count > 0 && Mean(blocks[blocks.Count - 1]) > Mean(block))
            {
                var last = blocks[blocks.Count - 1];
                block = (last.Sum + block.Sum, last.Count + block.Count);
                blocks.RemoveAt(blocks.Count - 1);
            }

            blocks.Add(block);
        }

        var means = blocks.SelectMany(block => Enumerable.Repeat(Mean(block), block.Count)).ToList();
        for (var i = 0; i < layer.Count; i++)
        {
            layer[i].Center = means[i] + offsets[i];
        }
    }

    private static double Mean((double Sum, int Count) block) => block.Sum / block.Count;
}
