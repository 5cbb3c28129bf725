using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Writing;

/// <summary>PATCH and DELETE of a file. If a request is not confirmed, the file is read before the request is repeated.</summary>
/// <remarks>If the file already has the desired state, the change is a success.</remarks>
/// <param name="client">The service.</param>
public sealed class VerifiedFileUpdate(SigmaClient client)
{
    private const int MostSends = 3;

    private readonly SigmaClient _client = client;

    /// <summary>PATCH /v2/files/{id}: sets name, description, folder or owner, or restores the file from the trash.</summary>
    /// <param name="id">The file's ID; the UUID of a data model is one.</param>
    /// <param name="change">The values to set.</param>
    /// <param name="about">The file in an error: "the file of data model 467bc369-…".</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task that ends when the file has the desired state.</returns>
    /// <exception cref="SigmaEngineException">Sigma refused the change, or did not confirm it.</exception>
    public Task PatchAsync(string id, FileChange change, string about, CancellationToken cancel) =>
        PollUntilConfirmedAsync(
            id,
            new HttpMethod("PATCH"),
            about,
            ApiJson.Write(change),
            file => file is not null && change.Holds(file),
            cancel);

    /// <summary>DELETE /v2/files/{id}: moves the file to the trash.</summary>
    /// <param name="id">The file's ID; the UUID of a data model is one.</param>
    /// <param name="about">The file in an error.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task that ends when the file is in the trash.</returns>
    /// <exception cref="SigmaEngineException">Sigma refused the request, or did not confirm it.</exception>
    public Task DeleteAsync(string id, string about, CancellationToken cancel) =>
        PollUntilConfirmedAsync(id, HttpMethod.Delete, about, null, file => file is null || file.IsArchived, cancel);

    private Task<bool> PollUntilConfirmedAsync(
        string id,
        HttpMethod method,
        string about,
        string? body,
        Func<FileState?, bool> isDone,
        CancellationToken cancel) =>
        _client.UntilKnownAsync(
            $"{method} of {about} was in progress when its command was stopped, so it may have been applied. Check with: "
                + $"Get-SigmaFile {id}.",
            async write =>
            {
                await ConfirmAsync(id, Request(method, id, about, body, write), isDone, cancel).ConfigureAwait(false);
                return true;
            },
            cancel);

    private static ApiRequest Request(HttpMethod method, string id, string about, string? body, InFlightWrite? write = null) =>
        new(method, "v2/files/" + Uri.EscapeDataString(id))
        {
            Body = body,
            About = about,
            Write = write,
            WhenMissing = ErrorCode.ModelNotFound,
        };

    private async Task ConfirmAsync(string id, ApiRequest request, Func<FileState?, bool> isDone, CancellationToken cancel)
    {
        for (var sends = 1; ; sends++)
        {
            try
            {
                var response = await _client.SendAsync(request, cancel).ConfigureAwait(false);
                if (PutConfirmation.DoubtOfFile(response, request) is { } doubt)
                {
                    throw doubt;
                }

                return;
            }
            catch (SigmaEngineException lost) when (sends > 1 || IsLost(lost))
            {
                // After an unconfirmed request, a refusal may mean that the first request was applied. Only the file shows it.
                _client.Log.Verbose(
                    $"No response confirmed {request.Method} of {request.About}; reading the file: {lost.Message}");
                if (isDone(await ReadBackAsync(id, request, lost, cancel).ConfigureAwait(false)))
                {
                    return;
                }

                if (sends == MostSends || !IsLost(lost))
                {
                    throw;
                }

                _client.Log.Verbose($"{request.About} is unchanged; sending {request.Method} again.");
            }
        }
    }

    private static bool IsLost(SigmaEngineException error) => PutConfirmation.MayBeApplied(error);

    private async Task<FileState?> ReadBackAsync(string id, ApiRequest sent, SigmaEngineException lost, CancellationToken cancel)
    {
        try
        {
            var response = await _client.SendAsync(Request(HttpMethod.Get, id, sent.About!, null), cancel).ConfigureAwait(false);
            return ApiJson.Read<FileState>(response, sent.About!);
        }
        catch (SigmaEngineException e) when (e.Kind == ErrorCode.ModelNotFound)
        {
            return null;
        }
        catch (SigmaEngineException e)
        {
            throw lost.With(
                ErrorCode.WriteOutcomeUnknown,
                $"Sigma did not confirm {sent.Method} of {sent.About}: {lost.Message} The file could not be read either: {e.Message}",
                sent.About);
        }
    }
}
