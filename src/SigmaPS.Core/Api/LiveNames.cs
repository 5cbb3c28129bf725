using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Api;

/// <summary>Reads the display names of a live model as Sigma lists them. They replace the names that the rules infer.</summary>
public static class LiveNames
{
    /// <summary>Reads the names from Sigma if the document omits one. It sends at most one request.</summary>
    /// <param name="client">The service.</param>
    /// <param name="document">The live spec, just read.</param>
    /// <param name="id">The model's UUID.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The names; inferred if Sigma does not list them.</returns>
    public static async Task<DisplayNames> ReadAsync(SigmaClient client, SpecDocument document, string id, CancellationToken cancel)
    {
        if (document.Elements.All(element => ElementIds.Objects(element, "columns").All(column => column.Has("name"))))
        {
            return new DisplayNames(document);
        }

        try
        {
            return From(client, document, await client.GetColumnsAsync(id, cancel).ConfigureAwait(false));
        }
        catch (SigmaEngineException e) when (e.Kind is ErrorCode.PermissionDenied or ErrorCode.RequestRefused or ErrorCode.UnexpectedAnswer)
        {
            client.Log.Verbose(
                $"The display names of \"{document.Name}\" ({id}) are inferred, because Sigma does not list them: {e.Message}");
            return new DisplayNames(document);
        }
    }

    /// <summary>The names of a document, taken from the columns that Sigma listed.</summary>
    internal static DisplayNames From(SigmaClient client, SpecDocument document, IReadOnlyList<ColumnEntry> columns)
    {
        var live = new Dictionary<(string Element, string Column), string>();
        foreach (var column in columns.Where(column => !string.IsNullOrEmpty(column.Name)))
        {
            live[(column.ElementId, column.ColumnId)] = column.Name!;
        }

        LogDifferences(client, document, live);
        return new DisplayNames(document, (element, column) => live.TryGetValue((element, column), out var name) ? name : null);
    }

    // A difference shows a case that the naming rules do not cover. A session reports it once.
    private static void LogDifferences(SigmaClient client, SpecDocument document, Dictionary<(string Element, string Column), string> live)
    {
        var inferred = new DisplayNames(document);
        foreach (var element in document.Elements)
        {
            foreach (var column in ElementIds.Objects(element, "columns"))
            {
                var (elementId, columnId) = (ElementIds.Id(element), ElementIds.Id(column));
                if (
                    inferred.Find(column) is { Origin: NameOrigin.Inferred } ours
                    && live.TryGetValue((elementId, columnId), out var theirs)
                    && theirs != ours.Text
                    && client.IsFirst($"{document.DataModelId}\n{elementId}\n{columnId}\n{theirs}\n{ours.Text}"))
                {
                    client.Log.Verbose(
                        $"Display name: Sigma shows column '{columnId}' of \"{inferred.OfElement(element)}\" ({elementId}) as '{theirs}', "
                            + $"the rules give '{ours.Text}'. Formula: {column.Text("formula")}");
                }
            }
        }
    }
}
