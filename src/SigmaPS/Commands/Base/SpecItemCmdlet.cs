using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Binding;

namespace SigmaPS.Commands;

/// <summary>A cmdlet that gets the items of one kind from the elements of a spec, by display name or ID.</summary>
public abstract class SpecItemCmdlet : SpecEditCmdlet
{
    private NamePatterns _elements = null!;
    private NamePatterns _names = null!;
    private NamePatterns _ids = null!;
    private bool _hasRead;
    private bool _hasFound;

    /// <summary>Names or IDs of elements.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(Completion.ElementCompleter))]
    public string[]? Element { get; set; }

    /// <summary>IDs of the items.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? Id { get; set; }

    /// <summary>The display names to match; null for all.</summary>
    private protected abstract string[]? Names { get; }

    /// <summary>The kind of item, as messages name it.</summary>
    private protected abstract string Kind { get; }

    /// <inheritdoc/>
    private protected override void Begin() =>
        (_elements, _names, _ids) = (new NamePatterns(Element), new NamePatterns(Names), new NamePatterns(Id));

    /// <inheritdoc/>
    private protected override void Process() => Run(null, () =>
    {
        var document = Read();
        var shown = new Core.Spec.DisplayNames(document);
        var meant = new HashSet<string>(document.Elements
            .Where(element => _elements.Fit(shown.OfElement(element), element.Text("id"))).Select(element => element.Text("id") ?? ""));
        _hasRead = true;
        foreach (var item in Items(document).Where(item => meant.Contains(item.ElementId)))
        {
            // Evaluate both filters, because each records the names that it has seen.
            var isNamed = _names.Fit(item.Name);
            if (_ids.Fit(item.Id) && isNamed)
            {
                _hasFound = true;
                WriteObject(item.Output);
            }
        }
    });

    /// <inheritdoc/>
    private protected override void End()
    {
        if (!_hasRead)
        {
            return;
        }

        // The command does not look for items in a missing element.
        var elements = _elements.Missing(Core.Diagnostics.ErrorCode.SpecItemNotFound, "element");
        ReportMissing(elements);
        if (elements.Count == 0 || _hasFound)
        {
            ReportMissing(_names.Missing(Core.Diagnostics.ErrorCode.SpecItemNotFound, Kind));
            ReportMissing(_ids.Missing(Core.Diagnostics.ErrorCode.SpecItemNotFound, Kind));
        }
    }

    /// <summary>The items of a document in its order, each with its output object.</summary>
    /// <param name="document">The document.</param>
    private protected abstract IEnumerable<(string ElementId, string Id, string Name, object Output)> Items(
        Core.Spec.SpecDocument document);
}
