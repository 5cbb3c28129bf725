using System.ComponentModel;
using System.Management.Automation;

namespace SigmaPS.Binding;

/// <summary>Lets a data model's id be text only: an object of another kind never becomes an id through its ToString.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DataModelIdAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) => NodeValueConverter.Unwrap(inputData) switch
    {
        string text => text,
        System.Guid id => id.ToString("D"),
        null => null,
        var other => throw Refuse($"A data model's id is a UUID, a short id or an address, not a {other.GetType().Name}."),
    };

    // Only a failed cast lets the binder go on to the object's own property dataModelId.
    private static ArgumentTransformationMetadataException Refuse(string message) => new(message, new PSInvalidCastException(message));
}
