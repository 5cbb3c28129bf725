using System;
using System.Globalization;
using System.Linq;
using SigmaPS.Benchmarks;
using SigmaPS.Core.Spec;

// Text to document to text, and text to what PowerShell sees to text: ratios of one run, since machines differ.
int[] sizes = args.Length > 0 ? [.. args.Select(size => int.Parse(size, CultureInfo.InvariantCulture))] : [3_000, 30_000, 300_000];
Figure? before = null;
foreach (int columns in sizes)
{
    string text = GeneratedSpec.WithColumns(columns);
    Figure document = Measure.Run(() => SpecDocument.Parse(text, "the text").ToText());
    Figure node = Measure.Run(() => NodeRoundTrip.Run(text));
    string growth = before is { } smaller
        ? FormattableString.Invariant($", {node.Milliseconds / smaller.Milliseconds:0.0} times the time of a tenth")
        : "";
    Console.WriteLine(
        FormattableString.Invariant(
            $"{columns,7} columns ({text.Length / 1024.0 / 1024.0:0.0} MB)  text-document-text {document}   text-object-text {node}{growth}"
        ));
    before = node;
}

// Text to issues; the gate of a write does it twice at most.
foreach (int columns in sizes)
{
    Console.WriteLine(Validation.Line(columns));
}

// The work that display names decide: at most 0.3 s each for 30,000 columns, and ten times as much for ten times as many.
foreach (int columns in sizes)
{
    Console.WriteLine(Names.Line(columns));
}
