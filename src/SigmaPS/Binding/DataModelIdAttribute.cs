using System.ComponentModel;
using System.Management.Automation;

namespace SigmaPS.Binding;

/// <summary>Accepts a data model as text, as a DataModel object or as its file. Other objects do not become an ID through
/// ToString.</summary>
/// <remarks>
/// The parameter has the alias Id for people who type it. PowerShell would also bind the property Id of any piped object to it, and the ID
/// of
/// a page or a column is not the ID of a data model. So an object that has an Id and not a DataModelId is refused here, before its
/// properties bind.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DataModelIdAttribute : ArgumentTransformationAttribute
{
    /// <summary>
    /// Whether another parameter of the command takes specs from the pipeline; such a parameter binds what this one refuses.
    /// </summary>
    public bool AllowsSpec { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) => NodeValueConverter.Unwrap(inputData) switch
    {
        string text => text,
        System.Guid id => id.ToString("D"),
        null => null,
        DataModel model => model.DataModelId,
        SigmaFile { Type: "data-model" } file => file.Id,
        SigmaFile file => throw BindingErrors.NotAModelFile(file),
        var other when !AllowsSpec && HasForeignId(inputData) => throw BindingErrors.NotAModelId(other),
        var other => throw BindingErrors.NoCastToModelId(other),
    };

    private static bool HasForeignId(object given) =>
        PSObject.AsPSObject(given).Properties is var properties && properties["DataModelId"] is null && properties["Id"] is not null;
}
