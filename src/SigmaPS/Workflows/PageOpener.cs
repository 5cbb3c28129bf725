using System;
using System.IO;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Pipeline;

namespace SigmaPS.Workflows;

/// <summary>Writes the pages of one command and opens them in the person's browser. Without a browser, a line gives the path.</summary>
/// <param name="cmdlet">The cmdlet that writes.</param>
internal sealed class PageOpener(PSCmdlet cmdlet)
{
    /// <summary>The tag of the line.</summary>
    internal const string Tag = "SigmaPS.Page";

    // A pipeline of many models must not open as many windows.
    private const int MostOpened = 5;

    private readonly PSCmdlet _cmdlet = cmdlet;
    private Core.Files.PageFolder? _folder;
    private int _opened;

    /// <summary>Writes a page and opens it.</summary>
    /// <param name="name">The name of the model.</param>
    /// <param name="html">The page.</param>
    /// <param name="pipeline">The way to the pipeline thread.</param>
    /// <param name="cancel">Ends the wait for the browser.</param>
    /// <returns>The full path of the file.</returns>
    public async Task<string> OpenAsync(string name, string html, IDispatcher pipeline, CancellationToken cancel)
    {
        _folder ??= Core.Files.PageFolder.Open();
        var file = _folder.Write(name, html);
        var isOpen = _opened < MostOpened && CanOpen && await BrowserLauncher.OpenAsync(new Uri(file), cancel).ConfigureAwait(false);
        _opened += isOpen ? 1 : 0;
        pipeline.Post(() => Report(name, file, isOpen));
        return file;
    }

    // BROWSER is set for programs that run without a terminal too. Windows does not use it.
    private bool CanOpen =>
        InteractiveHost.CanAnswer(_cmdlet.Host)
        || (Path.DirectorySeparatorChar == '/' && Environment.GetEnvironmentVariable("BROWSER") is { Length: > 0 });

    private void Report(string name, string file, bool isOpen)
    {
        if (isOpen)
        {
            _cmdlet.WriteVerbose(SafeText.Line($"Opened the page of \"{name}\": {file}"));
            return;
        }

        var line = SafeText.Line($"The page of \"{name}\" is in {file}");
        _cmdlet.WriteInformation(new HostInformationMessage { Message = line }, new[] { "PSHOST", Tag });
    }
}
