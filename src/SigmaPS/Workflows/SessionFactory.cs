using System;
using System.Management.Automation.Runspaces;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;

namespace SigmaPS.Workflows;

/// <summary>Opens sessions. A session whose check fails is discarded completely.</summary>
internal static class SessionFactory
{
    // A person at a prompt corrects a misspelled address at once; a script waits for a network that comes back.
    private static readonly TimeSpan PromptPatience = TimeSpan.FromSeconds(2.5);

    /// <summary>Connects, reads the owner of the credentials, and makes the session the runspace's default.</summary>
    public static async Task<SigmaSession> OpenAsync(
        ConnectOptions options,
        Core.Diagnostics.ILog log,
        Runspace runspace,
        bool handedOut,
        Core.Auth.ISignInPrompt prompt,
        CancellationToken cancel)
    {
        var transport = new Core.Http.SigmaHttpClient(
            options.GetAddress(),
            options.GetCredential(),
            options.GetRetryOptions(),
            options.GetProxy());
        try
        {
            if (options.FailsFast)
            {
                await Core
                    .Http.HostCheck.RequireReachableAsync(transport.Address, options.GetProxy(), PromptPatience, cancel)
                    .ConfigureAwait(false);
            }

            if (options.IsInteractive)
            {
                await transport.SignInAsync(prompt, options.SignInLimit, cancel).ConfigureAwait(false);
            }

            var identity = await new Core.Api.SigmaClient(transport, log).WhoAmIAsync(cancel).ConfigureAwait(false);
            var session = new SigmaSession(Guid.NewGuid(), transport.Address)
            {
                Region = Core.Http.RegionEndpoints.RegionOf(transport.Address),
                OrganizationId = identity.OrganizationId,
                UserId = identity.UserId,
                ClientId = transport.Credential.ClientId,
                CanRenew = transport.Credential.CanRenew,
                ConnectedAt = transport.Now,
            };
            SessionStore.Add(runspace, session, transport, handedOut);
            log.Verbose($"Connected to {session} as {session.UserId}.");
            return session;
        }
        catch
        {
            transport.Dispose();
            throw;
        }
    }
}
