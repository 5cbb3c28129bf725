using System;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Security;
using SigmaPS.Binding;
using SigmaPS.Pipeline;
using SigmaPS.Workflows;

namespace SigmaPS.Commands;

/// <summary>Connect-Sigma: checks credentials and opens the session that the other commands use.</summary>
[Cmdlet(VerbsCommunications.Connect, "Sigma", DefaultParameterSetName = "Environment")]
[OutputType(typeof(SigmaSession))]
public sealed class ConnectSigmaCommand : SigmaCmdlet
{
    // A person looks for a password or a second device; -TimeoutSec sets another limit.
    private const int SignInLimitSec = 300;

    /// <summary>Client ID as user name, client secret as password.</summary>
    [Parameter(ParameterSetName = "Credential", Position = 0, ValueFromPipeline = true)]
    [CredentialPrompt]
    public PSCredential? Credential { get; set; }

    /// <summary>The client ID.</summary>
    [Parameter(ParameterSetName = "ClientSecret")]
    public string? ClientId { get; set; }

    /// <summary>The client secret.</summary>
    [Parameter(ParameterSetName = "ClientSecret")]
    [SecretText("SIGMA_CLIENT_SECRET")]
    public SecureString? ClientSecret { get; set; }

    /// <summary>An access token from another source; it lives an hour at most and is not renewed.</summary>
    [Parameter(ParameterSetName = "AccessToken")]
    [SecretText("SIGMA_API_TOKEN")]
    public SecureString? AccessToken { get; set; }

    /// <summary>Signs in with a browser, as a person.</summary>
    [Parameter(ParameterSetName = "Interactive")]
    public SwitchParameter Interactive { get; set; }

    /// <summary>The region of the organization.</summary>
    [Parameter]
    [ValidateSet(
        "gcp-us",
        "gcp-sa",
        "aws-us-west",
        "aws-us-east",
        "aws-ca",
        "aws-eu",
        "aws-au",
        "aws-uk",
        "azure-us",
        "azure-eu",
        "azure-ca",
        "azure-uk",
        "azure-au")]
    public string? Region { get; set; }

    /// <summary>The API's base address, or the name of a region.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.RegionCompleter))]
    public string? BaseUrl { get; set; }

    /// <summary>How long one request may take with all its retries and waits, in seconds; 0 disables retries.</summary>
    [Parameter]
    [ValidateRange(0, 86400)]
    public int RetryTimeoutSec { get; set; } = 300;

    /// <summary>How long one attempt may take until its response is complete, in seconds; with -Interactive also how long the person
    /// may take.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>The proxy, instead of the system's.</summary>
    [Parameter]
    public Uri? Proxy { get; set; }

    /// <summary>Name and password for the proxy.</summary>
    [Parameter]
    [CredentialPrompt]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Returns the session.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool EndsOnAnyError => true;

    /// <inheritdoc/>
    private protected override void OnErrorReported(Core.Diagnostics.SigmaEngineException error, object? target, bool ends)
    {
        // After a failed connect, the next command would silently use the earlier session.
        if (SessionStore.Own(Runspace.DefaultRunspace) is { } current)
        {
            WriteWarning(SafeText.Line($"The default session is still {current}. Commands without -Session use it."));
        }
    }

    /// <inheritdoc/>
    private protected override void Process()
    {
        var runspace = Runspace.DefaultRunspace;
        ReportAbandonedWrites(SessionStore.Own(runspace));
        var canPrompt = InteractiveHost.CanAnswer(Host);
        var options = new ConnectOptions
        {
            ParameterSetName = ParameterSetName,
            Region = Region,
            BaseUrl = BaseUrl,
            Credential = Credential,
            ClientId = ClientId,
            ClientSecret = ClientSecret,
            AccessToken = AccessToken,
            RetryTimeoutSec = RetryTimeoutSec,
            TimeoutSec = TimeoutSec,
            Proxy = Proxy,
            ProxyCredential = ProxyCredential,
            IsInteractive = Interactive,
            CanPrompt = canPrompt,
            SignInLimit = TimeSpan.FromSeconds(MyInvocation.BoundParameters.ContainsKey(nameof(TimeoutSec)) ? TimeoutSec : SignInLimitSec),
            FailsFast = canPrompt && !MyInvocation.BoundParameters.ContainsKey(nameof(RetryTimeoutSec)),
        };
        Run(null, async (pipeline, cancel) =>
        {
            var session = await SessionFactory
                .OpenAsync(options, new CmdletLog(this, pipeline), runspace, PassThru, new BrowserSignInPrompt(this, pipeline), cancel)
                .ConfigureAwait(false);
            NoteUse(runspace, session);
            if (PassThru)
            {
                await pipeline.WriteAsync(session).ConfigureAwait(false);
            }
        });
    }
}
