using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Management.Automation;

namespace SigmaPS;

/// <summary>Shows a node's keys as properties in PowerShell: Get-Member, views, ConvertTo-Json, parameter binding, CLIXML.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SpecNodeAdapter : PSPropertyAdapter
{
    /// <summary>A whole spec has a second type name, so that its view applies to no part of it.</summary>
    /// <param name="baseObject">The node.</param>
    /// <returns>The type names, the node's own first.</returns>
    public override Collection<string> GetTypeNameHierarchy(object baseObject)
    {
        var names = base.GetTypeNameHierarchy(baseObject);
        if (SpecSummary.IsSpec((SpecNode)baseObject))
        {
            names.Insert(1, typeof(SpecSummary).FullName);
        }

        return names;
    }

    /// <inheritdoc/>
    public override Collection<PSAdaptedProperty> GetProperties(object baseObject)
    {
        var all = new Collection<PSAdaptedProperty>();
        foreach (var member in ((SpecNode)baseObject).Members)
        {
            // PowerShell cannot show a property without a name; the document still contains the empty key.
            if (member.Key.Length > 0)
            {
                all.Add(new PSAdaptedProperty(member.Key, null));
            }
        }

        return all;
    }

    /// <inheritdoc/>
    public override PSAdaptedProperty? GetProperty(object baseObject, string propertyName) =>
        ((SpecNode)baseObject).KeyFor(propertyName) is { Length: > 0 } key ? new PSAdaptedProperty(key, null) : null;

    /// <inheritdoc/>
    public override bool IsSettable(PSAdaptedProperty adaptedProperty) => true;

    /// <inheritdoc/>
    public override bool IsGettable(PSAdaptedProperty adaptedProperty) => true;

    /// <inheritdoc/>
    public override object? GetPropertyValue(PSAdaptedProperty adaptedProperty) =>
        Value(adaptedProperty) is SpecNode node ? PSObject.AsPSObject(node) : Value(adaptedProperty);

    /// <inheritdoc/>
    public override void SetPropertyValue(PSAdaptedProperty adaptedProperty, object value) =>
        ((SpecNode)adaptedProperty.BaseObject).Set(adaptedProperty.Name, value);

    /// <inheritdoc/>
    public override string GetPropertyTypeName(PSAdaptedProperty adaptedProperty) => Value(adaptedProperty) switch
    {
        SpecList => "System.Object[]",
        var value => value?.GetType().FullName ?? typeof(object).FullName!,
    };

    private static object? Value(PSAdaptedProperty property) => ((SpecNode)property.BaseObject).Get(property.Name);
}
