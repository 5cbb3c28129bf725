using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaSpecColumn: gets the columns of a spec by display name.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaSpecColumn")]
[OutputType(typeof(SpecColumn))]
public sealed class GetSigmaSpecColumnCommand : SpecItemCmdlet
{
    /// <summary>Display names of columns.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(Completion.ColumnCompleter))]
    public string[]? Name { get; set; }

    private protected override string[]? Names => Name;

    private protected override string Kind => "column";

    private protected override IEnumerable<(string ElementId, string Id, string Name, object Output)> Items(
        Core.Spec.SpecDocument document) =>
        Core
            .Spec.Edit.SpecColumnEntry.All(document)
            .Select(column => (column.ElementId, column.Id, column.Name, (object)new SpecColumn(column, document.DataModelId)));
}
