using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Binding;

namespace SigmaPS.Commands;

/// <summary>Set-SigmaSpecSource: changes the connections, databases, schemas and tables of a spec.</summary>
[Cmdlet(VerbsCommon.Set, "SigmaSpecSource")]
[OutputType(typeof(SpecNode))]
public sealed class SetSigmaSpecSourceCommand : SpecEditCmdlet
{
    /// <summary>Maps old connection IDs to new ones.</summary>
    [Parameter]
    public Hashtable? ConnectionMap { get; set; }

    /// <summary>Maps old paths, or their beginnings, to new ones.</summary>
    [Parameter]
    public Hashtable? PathMap { get; set; }

    /// <summary>Names or IDs of elements and controls; other sources stay unchanged.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(Completion.ElementCompleter))]
    public string[]? Element { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => Edit(document =>
    {
        if (ConnectionMap is null && PathMap is null)
        {
            throw CommandErrors.NoMapping();
        }

        var map = new Core.Spec.Edit.SourceMap(Pairs(ConnectionMap), Pairs(PathMap));
        var swap = Core.Spec.Edit.SourceSwap.Apply(document, map, Selected(document));
        Warn(swap.Warnings);
        return swap.Report;
    });

    // Check each name separately, because a misspelled name beside a correct one would leave a source unchanged.
    private Func<string, bool>? Selected(Core.Spec.SpecDocument document)
    {
        if (Element is null)
        {
            return null;
        }

        var elements = new NamePatterns(Element);
        var shown = new Core.Spec.DisplayNames(document);
        document.Elements.ToList().ForEach(element => elements.Fit(shown.OfElement(element), element.Text("id")));
        return elements.Missing(Core.Diagnostics.ErrorCode.SpecItemNotFound, "element").FirstOrDefault() is { } missing
            ? throw missing
            : elements.Fit;
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(Hashtable? table) =>
        (table ?? new Hashtable())
            .Cast<DictionaryEntry>()
            .Select(entry => new KeyValuePair<string, string>(
                Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!,
                Convert.ToString(entry.Value, CultureInfo.InvariantCulture) ?? ""));
}
