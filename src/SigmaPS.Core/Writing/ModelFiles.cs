using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Writing;

/// <summary>Changes data models through the API of files, and only data models.</summary>
/// <remarks>That API accepts the ID of any file. It would also move a folder with its whole content to the trash.</remarks>
/// <param name="client">The service.</param>
public sealed class ModelFiles(SigmaClient client)
{
    private readonly SigmaClient _client = client;

    /// <summary>Finds a model. One request; a second one if there is no such model, to find out which item the ID belongs to.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The model.</returns>
    /// <exception cref="SigmaEngineException">The model does not exist, or the ID belongs to another kind of item.</exception>
    public async Task<DataModelEntry> FindAsync(string id, CancellationToken cancel)
    {
        try
        {
            return await _client.GetDataModelAsync(id, cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e) when (WriteErrorDiagnosis.MayBeAnotherThing(e))
        {
            throw await WriteErrorDiagnosis.ForMissingModelAsync(_client, id, e, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Finds a model that may be in the trash. Sigma does not document whether it then lists the model as a data model or only as a file.
    /// </summary>
    /// <param name="id">The UUID.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The model; without a version if Sigma lists only the file.</returns>
    /// <exception cref="SigmaEngineException">The model does not exist, or the ID belongs to another kind of item.</exception>
    public async Task<DataModelEntry> FindInTrashAsync(string id, CancellationToken cancel)
    {
        try
        {
            return await FindAsync(id, cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e) when (e.Kind == ErrorCode.ModelNotFound)
        {
            if (
                await WriteErrorDiagnosis.DiagnoseAsync(_client, id, cancel).ConfigureAwait(false)
                is not { Type: WriteErrorDiagnosis.DataModel } file)
            {
                throw;
            }

            return new DataModelEntry
            {
                DataModelId = id,
                DataModelUrlId = file.UrlId,
                Name = file.Name,
                Path = file.Path,
                OwnerId = file.OwnerId ?? "",
                IsArchived = file.IsArchived,
            };
        }
    }

    /// <summary>Sets name, description, folder or owner, or restores the model from the trash.</summary>
    /// <param name="id">The UUID of a model that was found.</param>
    /// <param name="change">The values to set.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task that ends when the change is confirmed.</returns>
    /// <exception cref="SigmaEngineException">The service refused the request, or did not confirm it.</exception>
    public Task ChangeAsync(string id, FileChange change, CancellationToken cancel) =>
        ExplainedAsync(id, new VerifiedFileUpdate(_client).PatchAsync(id, change, About(id), cancel), cancel);

    /// <summary>Moves the model to the trash.</summary>
    /// <param name="id">The UUID of a model that was found.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task that ends when the removal is confirmed.</returns>
    /// <exception cref="SigmaEngineException">The service refused the request, or did not confirm it.</exception>
    public Task ArchiveAsync(string id, CancellationToken cancel) =>
        ExplainedAsync(id, new VerifiedFileUpdate(_client).DeleteAsync(id, About(id), cancel), cancel);

    private static string About(string id) => "the file of data model " + id;

    private async Task ExplainedAsync(string id, Task write, CancellationToken cancel)
    {
        try
        {
            await write.ConfigureAwait(false);
        }
        catch (SigmaEngineException e) when (WriteErrorDiagnosis.MayBeReadOnly(e))
        {
            throw await WriteErrorDiagnosis.ForWriteAsync(_client, id, e, cancel).ConfigureAwait(false);
        }
    }
}
