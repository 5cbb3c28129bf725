using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS.Binding;

/// <summary>Rejects $null in a list of enumeration values, which the engine would silently convert to the first value.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RejectsNullItemsAttribute : ArgumentTransformationAttribute
{
    /// <summary>Passes the value on unless an item is $null.</summary>
    /// <param name="engineIntrinsics">Not used.</param>
    /// <param name="inputData">The value as the user gave it.</param>
    /// <returns>The same value.</returns>
    /// <exception cref="ArgumentTransformationMetadataException">An item is $null.</exception>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        ((inputData as PSObject)?.BaseObject ?? inputData) is IList list && list.Cast<object?>().Any(item => item is null)
            ? throw BindingErrors.NullItem()
            : inputData;
}
