using System;
using System.Management.Automation;

namespace SigmaPS.Binding;

/// <summary>Resolves the data model of an argument: an ID, an address, a name, or an object that has the ID.</summary>
internal static class ModelResolver
{
    /// <summary>The text in an argument: the text itself, or the object's DataModelId.</summary>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">The object does not have a DataModelId.</exception>
    public static string TextOf(object given)
    {
        var input = PSObject.AsPSObject(given);
        var text = input.BaseObject switch
        {
            string or Guid => input.BaseObject.ToString(),
            SigmaFile { Type: "data-model" } file => file.Id,
            _ => input.Properties["DataModelId"]?.Value?.ToString(),
        };
        return string.IsNullOrWhiteSpace(text)
            ? throw BindingErrors.NotAModel(input)
            : text!;
    }
}
