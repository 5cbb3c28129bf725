using System.Management.Automation;
using SigmaPS.Mapping;

namespace SigmaPS.Commands;

/// <summary>The base class of commands that add a column or metric to a spec in memory.</summary>
public abstract class SpecAddCmdlet : SpecEditCmdlet
{
    /// <summary>The element's name or ID.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.ElementCompleter))]
    public string? Element { get; set; }

    /// <summary>The display name of the new item.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>Its formula.</summary>
    [Parameter]
    public string? Formula { get; set; }

    /// <summary>Its description.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>Its format, as an object or hashtable.</summary>
    [Parameter]
    public object? Format { get; set; }

    /// <summary>Its ID; the default is a new ID.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>Adds the item that the parameters describe.</summary>
    /// <param name="hidden">Whether it is hidden.</param>
    /// <param name="kind">The kind of item, as messages name it.</param>
    /// <param name="add">Adds the item and returns the warnings.</param>
    private protected void Add(
        bool hidden,
        string kind,
        System.Func<Core.Spec.Edit.ItemAddition, Core.Spec.SpecDocument, string, System.Collections.Generic.IReadOnlyList<string>> add) =>
        Edit(document =>
        {
            var item = new Core.Spec.Edit.ItemAddition(Needed(Name, nameof(Name)), Needed(Formula, nameof(Formula)))
            {
                Id = string.IsNullOrEmpty(Id) ? null : Id,
                Description = Description,
                Hidden = hidden,
                Format = Format is null ? null : SpecConverter.ToValue(Format, "-Format"),
            };
            Warn(add(item, document, Needed(Element, nameof(Element))));
            Core.Spec.Edit.ListNormalizer.Apply(document.Root);
            return new Core.Spec.Edit.EditReport(
                $"Added {kind} \"{Name}\" to \"{Element}\"",
                $"{kind} \"{Name}\" is added to \"{Element}\"");
        });
}
