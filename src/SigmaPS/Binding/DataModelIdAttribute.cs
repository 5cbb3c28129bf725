using System.ComponentModel;
using System.Management.Automation;

namespace SigmaPS.Binding;

/// <summary>A data model is given as text or as a DataModel. An object of another kind never becomes an ID through its ToString, and a spec stays a spec.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DataModelIdAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) => NodeValueConverter.Unwrap(inputData) switch
    {
        string text => text,
        System.Guid id => id.ToString("D"),
        null => null,
        DataModel model => model.DataModelId,
        var other => throw Refuse($"A data model is given by its UUID, short ID, address or name, or by a DataModel object, not by a {other.GetType().Name}."),
    };

    // Only a failed cast lets the binder go on to the object's own property dataModelId.
    private static ArgumentTransformationMetadataException Refuse(string message) => new(message, new PSInvalidCastException(message));
}
