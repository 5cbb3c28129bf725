using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Diagrams;

/// <summary>Show-SigmaDataModel: the page opens in the browser of BROWSER, or its path is shown.</summary>
[Collection(ProcessWide.Name)]
public sealed class ShowTests : SandboxTest
{
    private static readonly string[] Variables = ["BROWSER", "DISPLAY", "WAYLAND_DISPLAY", "XDG_CACHE_HOME"];

    private readonly Dictionary<string, string?> _before = Variables.ToDictionary(name => name, Environment.GetEnvironmentVariable);

    private protected override void Arrange()
    {
        foreach (string name in Variables)
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", Folder.FullName);
        Shell.Set("models", Path.Combine(Repository.Root, "src", "SigmaPS.Sandbox", "Models"));
    }

    public override async Task DisposeAsync()
    {
        foreach ((string name, string? value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        await base.DisposeAsync();
    }

    [Theory]
    [CoversParameter("Show-SigmaDataModel", "DataModel", "PassThru", "Session")]
    [InlineData("Show-SigmaDataModel 'Plugs Orders' -PassThru")]
    [InlineData($"Show-SigmaDataModel {PlugsOrders} -PassThru -Session (Get-SigmaSession)")]
    [InlineData("Show-SigmaDataModel https://app.sigmacomputing.com/acme/data-model/Plugs-Orders-2901pYHmWLoCy81SHAH0o3 -PassThru")]
    [InlineData("Get-SigmaDataModel -Name 'Plugs Orders' | Show-SigmaDataModel -PassThru")]
    [InlineData("Get-SigmaFile -Type data-model | Where-Object Name -EQ 'Plugs Orders' | Show-SigmaDataModel -PassThru")]
    [InlineData("Get-SigmaDataModelSpec 'Plugs Orders' | Show-SigmaDataModel -PassThru")]
    public void Show_writes_the_page_of_a_model_in_each_form(string command)
    {
        FileInfo file = (FileInfo)PSObject.AsPSObject(Assert.Single(Run(command).MustSucceed().Output)!).BaseObject;
        HtmlPage page = new(File.ReadAllText(file.FullName));
        Assert.Equal("Plugs Orders", page.Root.Element("body")!.Element("header")!.Element("h1")!.Value);
        Assert.Equal(22, page.Rows.Count(row => row.Attribute("data-kind")!.Value == "column" && row.Attribute("data-id") is not null));
    }

    [Theory]
    [CoversParameter("Show-SigmaDataModel", "Path", "LiteralPath")]
    [InlineData("Show-SigmaDataModel -Path \"$models/*sales-core.json\" -PassThru", 2)]
    [InlineData("Show-SigmaDataModel -LiteralPath \"$models/sales-core.json\" -PassThru", 1)]
    [InlineData("[IO.FileInfo]\"$models/sales-core.json\" | Show-SigmaDataModel -PassThru", 1)]
    [InlineData("Import-SigmaDataModelSpec \"$models/sales-core.json\" | Show-SigmaDataModel -PassThru", 1)]
    public void Show_reads_files_and_specs_without_a_session(string command, int pages)
    {
        Run("Disconnect-Sigma").MustSucceed();
        Assert.Equal(pages, Run(command).MustSucceed().Output.Count);
    }

    [UnixFact]
    public async Task Show_opens_the_page_in_the_browser_of_the_variable()
    {
        using TemporaryScript browser = UseBrowser("printf '%s\\n' \"$1\" >> \"$0.log\"");
        ShellResult shown = Run("Show-SigmaDataModel 'Plugs Orders'").MustSucceed();
        Uri address = new(Assert.Single(await browser.LogAsync(1)));
        Assert.Contains("<h1>Plugs Orders</h1>", await File.ReadAllTextAsync(address.LocalPath));
        Assert.Empty(shown.Output);
        Assert.Empty(shown.Information);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("exit 3")]
    public void Show_gives_the_path_in_one_line_when_no_browser_opens(string? browser)
    {
        using TemporaryScript? script = browser is null ? null : UseBrowser(browser);
        ShellResult shown = Run("Show-SigmaDataModel 'Plugs Orders'").MustSucceed();
        InformationRecord line = Assert.Single(shown.Information);
        Assert.Contains("PSHOST", line.Tags);
        string path = line.MessageData.ToString()!.Split(" is in ")[1];
        Assert.True(File.Exists(path), path);
    }

    [UnixFact]
    public async Task Show_opens_at_most_five_pages()
    {
        using TemporaryScript browser = UseBrowser("printf '%s\\n' \"$1\" >> \"$0.log\"");
        ShellResult shown = Run("Get-SigmaDataModel | Show-SigmaDataModel -PassThru").MustSucceed();
        Assert.Equal(5, (await browser.LogAsync(5)).Length);
        Assert.InRange(shown.Output.Count, 6, int.MaxValue);
        Assert.Equal(shown.Output.Count - 5, shown.Information.Count);
    }

    [Fact]
    public void Show_keeps_the_newest_pages_and_those_that_were_edited()
    {
        string pages = Path.Combine(Folder.FullName, "SigmaPS", "pages");
        Show("Old");
        FileInfo old = new DirectoryInfo(pages).GetFiles().Single();
        string edited = Path.Combine(pages, "mine.0123456789abcdef.html");
        File.WriteAllText(edited, "mine");
        foreach (FileInfo file in new DirectoryInfo(pages).GetFiles())
        {
            file.LastWriteTimeUtc = DateTime.UtcNow.AddDays(-1);
        }

        for (int i = 0; i < 21; i++)
        {
            Show($"Model {i}");
        }

        string[] kept = [.. Directory.GetFiles(pages).Select(file => Path.GetFileName(file).Split('.')[0])];
        Assert.DoesNotContain("Old", kept);
        Assert.True(File.Exists(edited));
        Assert.Equal(22, kept.Length);
        Assert.False(File.Exists(old.FullName));
    }

    [UnixFact]
    public void Show_writes_a_page_that_only_the_user_can_read()
    {
        Show("Secret");
        string pages = Path.Combine(Folder.FullName, "SigmaPS", "pages");
        Shell.Set("pages", pages);
        Assert.Equal(
            ["UserExecute, UserWrite, UserRead", "UserWrite, UserRead"],
            Run("([IO.DirectoryInfo]$pages).UnixFileMode; ([IO.DirectoryInfo]$pages).GetFiles().UnixFileMode").MustSucceed().Texts);
    }

    [Fact]
    public void Show_uses_a_temporary_folder_when_the_cache_is_not_writable()
    {
        string blocked = Path.Combine(Folder.FullName, "file");
        File.WriteAllText(blocked, "");
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", blocked);
        ShellResult shown = Run("Show-SigmaDataModel 'Plugs Orders' -PassThru").MustSucceed();
        FileInfo file = (FileInfo)PSObject.AsPSObject(shown.Output.Single()!).BaseObject;
        Assert.True(file.Exists);
        file.Directory!.Delete(recursive: true);
    }

    [Theory]
    [InlineData("Show-SigmaDataModel", "SigmaInvalidArgument")]
    [InlineData("Show-SigmaDataModel 'No such model'", "SigmaModelNotFound")]
    [InlineData("[pscustomobject]@{ Name = 'x' } | Show-SigmaDataModel", "SigmaInvalidArgument")]
    [InlineData("Show-SigmaDataModel -Path ./no-such-file.json", "SigmaFileFailed")]
    public void Show_reports_what_it_cannot_show(string command, string error) => Assert.Equal(error, Run(command).ErrorId);

    private void Show(string name)
    {
        Shell.Set("name", name);
        Run("@{ schemaVersion = 1; name = $name; pages = @() } | Show-SigmaDataModel").MustSucceed();
    }

    // A small script in the place of a browser. It records the address that it gets.
    private static TemporaryScript UseBrowser(string script)
    {
        TemporaryScript browser = new(script);
        Environment.SetEnvironmentVariable("BROWSER", browser.Path);
        return browser;
    }
}
