using System.Globalization;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Pipeline;

namespace SigmaPS.Workflows;

/// <summary>Shows the address of the login page and opens it in a browser.</summary>
/// <param name="cmdlet">The cmdlet that writes.</param>
/// <param name="pipeline">The way to its thread.</param>
internal sealed class BrowserSignInPrompt(Cmdlet cmdlet, IDispatcher pipeline) : Core.Auth.ISignInPrompt
{
    private const string Tag = "SigmaPS.SignIn";

    private readonly Cmdlet _cmdlet = cmdlet;
    private readonly IDispatcher _pipeline = pipeline;

    public async Task ShowAsync(Core.Auth.SignInInvitation invitation, CancellationToken cancel)
    {
        var seconds = invitation.Limit.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        await WriteAsync($"Sign in to {invitation.Address.Authority} in your browser. The command waits {seconds} seconds; Ctrl+C ends it.")
            .ConfigureAwait(false);
        await WriteAsync($"If no browser opens, use this address: {invitation.Address.AbsoluteUri}").ConfigureAwait(false);
        if (!await BrowserLauncher.OpenAsync(invitation.Address, cancel).ConfigureAwait(false))
        {
            var port = invitation.Redirect.Port.ToString(CultureInfo.InvariantCulture);
            await WriteAsync(
                "No browser could be opened here. Open the address in a browser on this machine. For a browser on another machine, "
                    + $"forward the port from there first: ssh -L {port}:127.0.0.1:{port} <this machine>.").ConfigureAwait(false);
        }
    }

    // Write as Write-Host does: the person sees the line with any $InformationPreference.
    private Task WriteAsync(string line) => _pipeline.InvokeAsync(() =>
    {
        _cmdlet.WriteInformation(new HostInformationMessage { Message = SafeText.Line(line) }, new[] { "PSHOST", Tag });
        return true;
    });
}
