using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Writing;

/// <summary>PATCH and DELETE of a file. When no answer comes, the file is looked at before anything is sent again.</summary>
/// <remarks>
/// A change that is there already is a success, whoever's request it was that made it: the file is as it was asked to be.
/// </remarks>
public sealed class VerifiedFileUpdate
{
    private const int MostSends = 3;

    private readonly SigmaClient _client;

    /// <summary>Makes it.</summary>
    /// <param name="client">The service.</param>
    public VerifiedFileUpdate(SigmaClient client) => _client = client;

    /// <summary>PATCH /v2/files/{id}: sets name, description, folder or owner, or brings the file back from the trash.</summary>
    /// <param name="id">The file's id; a data model's UUID is one.</param>
    /// <param name="change">What to set.</param>
    /// <param name="about">What it is, in the words of an error: "the file of data model 467bc369-…".</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task that ends when the file is as it was asked to be.</returns>
    /// <exception cref="SigmaEngineException">The service refused, or it is not known what became of the change.</exception>
    public Task PatchAsync(string id, FileChange change, string about, CancellationToken cancel) =>
        PollUntilConfirmedAsync(
            id,
            new HttpMethod("PATCH"),
            about,
            ApiJson.Write(change),
            file => file is not null && change.Holds(file),
            cancel);

    /// <summary>DELETE /v2/files/{id}: puts the file into the trash.</summary>
    /// <param name="id">The file's id; a data model's UUID is one.</param>
    /// <param name="about">What it is, in the words of an error.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task that ends when the file is in the trash.</returns>
    /// <exception cref="SigmaEngineException">The service refused, or it is not known what became of the request.</exception>
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
            $"{method} of {about} was under way when its command was stopped; it may have been carried out all the same. Look with "
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
                var answer = await _client.SendAsync(request, cancel).ConfigureAwait(false);
                if (PutConfirmation.DoubtOfFile(answer, request) is { } doubt)
                {
                    throw doubt;
                }

                return;
            }
            catch (SigmaEngineException lost) when (sends > 1 || IsLost(lost))
            {
                // After a lost answer any refusal may mean that the first request has done it: only the file can tell.
                _client.Log.Verbose(
                    $"No response confirmed {request.Method} of {request.About}; looking whether it was applied: {lost.Message}");
                if (isDone(await ReadBackAsync(id, request, lost, cancel).ConfigureAwait(false)))
                {
                    return;
                }

                if (sends == MostSends || !IsLost(lost))
                {
                    throw;
                }

                _client.Log.Verbose($"{request.About} is as it was; {request.Method} is sent again.");
            }
        }
    }

    private static bool IsLost(SigmaEngineException fault) => PutConfirmation.MayBeApplied(fault);

    private async Task<FileState?> ReadBackAsync(string id, ApiRequest sent, SigmaEngineException lost, CancellationToken cancel)
    {
        try
        {
            var answer = await _client.SendAsync(Request(HttpMethod.Get, id, sent.About!, null), cancel).ConfigureAwait(false);
            return ApiJson.Read<FileState>(answer, sent.About!);
        }
        catch (SigmaEngineException e) when (e.Kind == ErrorCode.ModelNotFound)
        {
            return null;
        }
        catch (SigmaEngineException e)
        {
            throw lost.With(
                ErrorCode.WriteOutcomeUnknown,
                $"It is not known whether {sent.Method} of {sent.About} was applied: {lost.Message} A look at it failed too: {e.Message}",
                sent.About);
        }
    }
}
