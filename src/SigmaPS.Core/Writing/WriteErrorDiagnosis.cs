using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Writing;

/// <summary>
/// Explains why Sigma refused a write, if the model's file shows a reason that Sigma's message does not contain. One request per refusal.
/// </summary>
internal static class WriteErrorDiagnosis
{
    /// <summary>The type of a data model's file.</summary>
    public const string DataModel = "data-model";

    /// <summary>Whether the ID of a missing model may belong to another kind of item.</summary>
    public static bool MayBeAnotherThing(SigmaEngineException error) =>
        error.Kind is ErrorCode.ModelNotFound || (error.Kind is ErrorCode.RequestRefused && error.Status == 400);

    /// <summary>Whether the reason may be that the model can be changed only in another organization.</summary>
    public static bool MayBeReadOnly(SigmaEngineException error) =>
        error.Status is >= 400 and < 500 && error.Kind is ErrorCode.PermissionDenied or ErrorCode.RequestRefused;

    /// <summary>The error of a missing model: a special one if the ID belongs to another kind of file.</summary>
    public static async Task<SigmaEngineException> ForMissingModelAsync(
        SigmaClient client,
        string id,
        SigmaEngineException error,
        CancellationToken cancel) =>
        await DiagnoseAsync(client, id, cancel).ConfigureAwait(false) is { } file && file.Type != DataModel
            ? Explained(
                ErrorCode.NotADataModel,
                $"The ID {id} belongs to the {KindOf(file)} \"{file.Name}\", not to a data model. Nothing "
                    + "was changed.",
                id,
                error)
            : error;

    /// <summary>The error of a refused write: a special one if the model was deployed from another organization.</summary>
    public static async Task<SigmaEngineException> ForWriteAsync(
        SigmaClient client,
        string id,
        SigmaEngineException error,
        CancellationToken cancel) =>
        await DiagnoseAsync(client, id, cancel).ConfigureAwait(false) is { ParentSourceUrlId: { Length: > 0 } source } file
            ? Explained(
                ErrorCode.ModelReadOnly,
                $"{error.Message} \"{file.Name}\" was deployed from another organization, where its source is {source}. Change it there, "
                    + "and deploy it again.",
                id,
                error)
            : error;

    private static string KindOf(FileEntry file) => file.Type.Length == 0 ? "file" : file.Type;

    private static SigmaEngineException Explained(ErrorCode kind, string message, string id, SigmaEngineException error) =>
        error.With(kind, message, id);

    /// <summary>The file with an ID; null if it cannot be read either.</summary>
    public static async Task<FileEntry?> DiagnoseAsync(SigmaClient client, string id, CancellationToken cancel)
    {
        try
        {
            return await client.GetFileAsync(id, cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e)
        {
            // The first error is reported without an explanation.
            client.Log.Verbose($"The file {id} could not be read either: {e.Message}");
            return null;
        }
    }
}
