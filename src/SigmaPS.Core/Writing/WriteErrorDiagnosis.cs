using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Writing;

/// <summary>
/// Why the service refused a write, where its own words do not tell but the model's file does. One request, and only after a refusal.
/// </summary>
internal static class WriteErrorDiagnosis
{
    /// <summary>The type of a data model's file.</summary>
    public const string DataModel = "data-model";

    /// <summary>Whether an id that finds no model may be that of something else.</summary>
    public static bool MayBeAnotherThing(SigmaEngineException fault) =>
        fault.Kind is ErrorCode.ModelNotFound || (fault.Kind is ErrorCode.RequestRefused && fault.Status == 400);

    /// <summary>Whether a refusal may come from the model being changed in another organisation only.</summary>
    public static bool MayBeReadOnly(SigmaEngineException fault) =>
        fault.Status is >= 400 and < 500 && fault.Kind is ErrorCode.PermissionDenied or ErrorCode.RequestRefused;

    /// <summary>The error for an id that finds no model: it says so where the id names a file of another kind.</summary>
    public static async Task<SigmaEngineException> ForMissingModelAsync(
        SigmaClient client,
        string id,
        SigmaEngineException fault,
        CancellationToken cancel) =>
        await DiagnoseAsync(client, id, cancel).ConfigureAwait(false) is { } file && file.Type != DataModel
            ? Explained(
                ErrorCode.NotADataModel,
                $"The id {id} is that of the {(file.Type.Length == 0 ? "file" : file.Type)} \"{file.Name}\", not of a data model; nothing "
                    + "was changed.",
                id,
                fault)
            : fault;

    /// <summary>The error for a write that was refused: it says so where the model was deployed from another organisation.</summary>
    public static async Task<SigmaEngineException> ForWriteAsync(
        SigmaClient client,
        string id,
        SigmaEngineException fault,
        CancellationToken cancel) =>
        await DiagnoseAsync(client, id, cancel).ConfigureAwait(false) is { ParentSourceUrlId: { Length: > 0 } source } file
            ? Explained(
                ErrorCode.ModelReadOnly,
                $"{fault.Message} \"{file.Name}\" was deployed from another organisation, where its source is {source}: change it there "
                    + "and deploy it again.",
                id,
                fault)
            : fault;

    private static SigmaEngineException Explained(ErrorCode kind, string message, string id, SigmaEngineException fault) =>
        fault.With(kind, message, id);

    /// <summary>The file of an id; null where it cannot be looked at either.</summary>
    public static async Task<FileEntry?> DiagnoseAsync(SigmaClient client, string id, CancellationToken cancel)
    {
        try
        {
            return await client.GetFileAsync(id, cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e)
        {
            // The first refusal stands; it is only not explained further.
            client.Log.Verbose($"The file {id} cannot be looked at either: {e.Message}");
            return null;
        }
    }
}
