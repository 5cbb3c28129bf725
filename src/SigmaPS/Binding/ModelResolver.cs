using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Binding;

/// <summary>The data model that a user names: by ID, address or name, or with an object that has its ID.</summary>
internal static class ModelResolver
{
    /// <summary>The text in an argument: the text itself, or the object's DataModelId.</summary>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">The object does not have one.</exception>
    public static string TextOf(object given)
    {
        var input = PSObject.AsPSObject(given);
        var text = input.BaseObject is string or Guid ? input.BaseObject.ToString() : input.Properties["DataModelId"]?.Value?.ToString();
        return string.IsNullOrWhiteSpace(text)
            ? throw Missing(
                $"This {input.BaseObject.GetType().Name} does not name a data model. "
                + "Use an ID, an address, a name, or an object with a DataModelId.")
            : text!;
    }

    /// <summary>The model's UUID. No request for a UUID or an address; else one per page of the list of data models.</summary>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">No model, or several, have the name.</exception>
    public static async Task<string> ResolveAsync(Core.Api.SigmaClient client, string text, CancellationToken cancel)
    {
        if (Guid.TryParse(text, out _) || text.IndexOf('/') >= 0)
        {
            return Core.Spec.DataModelId.Parse(text);
        }

        var named = new List<string>();
        await client.ListDataModelsAsync(
            false,
            page =>
            {
                var found = page.Where(model => !model.IsArchived && string.Equals(model.Name, text, StringComparison.OrdinalIgnoreCase));
                named.AddRange(found.Select(model => model.DataModelId));
                return Task.FromResult(true);
            },
            cancel).ConfigureAwait(false);
        return named.Count switch
        {
            1 => named[0],
            0 when Core.Spec.DataModelId.TryParse(text, out var id) => id,
            0 => throw Unknown($"No data model is listed under the name '{text}'. To see the names, run: Get-SigmaDataModel.", text),
            _ => throw Unknown($"{named.Count} data models have the name '{text}': {string.Join(", ", named)}. Use the ID.", text),
        };
    }

    private static Core.Diagnostics.SigmaEngineException Missing(string message) =>
        new(Core.Diagnostics.ErrorCode.InvalidArgument, message);

    private static Core.Diagnostics.SigmaEngineException Unknown(string message, string target) =>
        new(Core.Diagnostics.ErrorCode.ModelNotFound, message) { Target = target };
}
