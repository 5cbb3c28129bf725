using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Writing;

/// <summary>A data model as a file: what the API does to models by the paths of files, for data models alone.</summary>
/// <remarks>Those paths take any file's id, and would put a folder with all that is in it into the trash just as well.</remarks>
public sealed class ModelFiles
{
    private readonly SigmaClient _client;

    /// <summary>Makes it.</summary>
    /// <param name="client">The service.</param>
    public ModelFiles(SigmaClient client) => _client = client;

    /// <summary>The model of an id. One request; a second one where there is none, to see what else the id may name.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The model.</returns>
    /// <exception cref="SigmaEngineException">There is none, or the id names something else.</exception>
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
    /// The same for a model that may be in the trash: the sheets do not say whether the service then still shows it as a model or as a file
    /// only.
    /// </summary>
    /// <param name="id">The UUID.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The model; without a version where only the file is shown.</returns>
    /// <exception cref="SigmaEngineException">There is none, or the id names something else.</exception>
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

    /// <summary>Sets name, description, folder or owner, or brings the model back from the trash.</summary>
    /// <param name="id">The UUID of a model that was found.</param>
    /// <param name="change">What to set.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task that ends when the model is so.</returns>
    /// <exception cref="SigmaEngineException">The service refused, or it is not known what became of it.</exception>
    public Task ChangeAsync(string id, FileChange change, CancellationToken cancel) =>
        ExplainedAsync(id, new VerifiedFileUpdate(_client).PatchAsync(id, change, About(id), cancel), cancel);

    /// <summary>Puts the model into the trash.</summary>
    /// <param name="id">The UUID of a model that was found.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task that ends when it is there.</returns>
    /// <exception cref="SigmaEngineException">The service refused, or it is not known what became of it.</exception>
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
