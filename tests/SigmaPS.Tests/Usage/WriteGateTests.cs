using System;
using System.Collections;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Usage;

/// <summary>
/// Every command that writes, with something taken away and with nothing taken away: the gate is the same for all of them.
/// </summary>
public sealed class WriteGateTests : IAsyncLifetime
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("sigmaps-");
    private SandboxServer _server = null!;
    private Shell _shell = null!;
    private GatedWriteStage _stage = null!;

    public static TheoryData<string> Rows => [.. GatedWrite.All.Select(row => row.Name)];

    public static TheoryData<string> KeepingRows => [.. GatedWrite.All.Where(row => row.CanKeep).Select(row => row.Name)];

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(new SandboxOptions { SeedModels = false });
        Consumer.AddModels(_server.Organization);
        string folder = _server.Organization.AddFolder(GatedWriteStage.Folder);
        _server.Organization.AddWorkbook(
            Consumer.Content(
                Consumer.Table(Consumer.Column("c1", "Sum([Orders/Amount])") + "," + Consumer.Column("c5", "[Orders/Customer]"))));
        _shell = Shell.ConnectedTo(_server);
        _shell.Run($"Set-SigmaDataModel {Consumer.Base} -FolderId {folder}").MustSucceed();
        _shell.Set("index", Path.Combine(_root.FullName, "index"));
        _stage = new GatedWriteStage(_server, _shell, _root.FullName);
    }

    public async Task DisposeAsync()
    {
        _shell.Run("Disconnect-Sigma");
        _shell.Dispose();
        await _server.DisposeAsync();
        _root.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    [CoversParameter("Undo-SigmaChange", "AllowBreak", "IndexPath", "MaxUsageRequests")]
    [CoversParameter("Undo-SigmaRelease", "AllowBreak", "IndexPath", "MaxUsageRequests")]
    [CoversParameter("Add-SigmaDataModelTag", "AllowBreak", "IndexPath", "MaxUsageRequests")]
    public void Write_that_breaks_consumers_is_refused_previewed_and_allowed_alike(string name)
    {
        GatedWrite write = Arranged(name, takes: true);
        string before = State();
        ShellResult refused = Run(write);
        Assert.Equal(write.ErrorId, refused.ErrorId);
        Assert.Contains("-AllowBreak", refused.ErrorText, StringComparison.Ordinal);
        Assert.All(write.Broken.Where(column => column.StartsWith('c') || column.StartsWith('t')), column =>
            Assert.Contains(FormulaOf(column), refused.ErrorText, StringComparison.Ordinal));
        Assert.Equal(before, State());

        ShellResult preview = Run(write, "-WhatIf").MustSucceed();
        Assert.Contains("would be refused: needs -AllowBreak", preview.Host, StringComparison.Ordinal);
        Assert.Equal(before, State());
        Assert.Equal(write.Broken, Columns(Plans(preview)));

        ShellResult sent = Run(write, "-AllowBreak -MaxUsageRequests 400").MustSucceed();
        Assert.NotEqual(before, State());
        Assert.Equal(write.Broken, Columns(Plans(sent)));
        if (write.HasResult)
        {
            Assert.Equal(write.Broken, Columns(sent.Output.Select(PSObject.AsPSObject!)));
        }

        string[] said = [.. sent.Warnings.Where(warning => warning.EndsWith("is broken now.", StringComparison.Ordinal))];
        Assert.Equal(write.Broken.Length, said.Length);
    }

    [Theory]
    [MemberData(nameof(KeepingRows))]
    public void Write_that_takes_nothing_away_sends_no_request_for_consumers(string name)
    {
        GatedWrite write = Arranged(name, takes: false);
        string before = State();
        _server.Requests.Clear();
        Run(write).MustSucceed();
        Assert.NotEqual(before, State());
        Assert.DoesNotContain(_server.Requests.All, request =>
            request.Path is "/v2/workbooks" or "/v2/reports" || request.Path.StartsWith("/v2/workbooks/", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    [CoversParameter("Undo-SigmaChange", "RequireCompleteUsage")]
    [CoversParameter("Undo-SigmaRelease", "RequireCompleteUsage")]
    [CoversParameter("Add-SigmaDataModelTag", "RequireCompleteUsage")]
    public void Write_with_a_document_that_could_not_be_checked_warns_or_is_refused(string name)
    {
        GatedWrite write = Arranged(name, takes: true);
        string unread = _stage.AddBook("Unread", Consumer.Column("u", "[Orders/Amount]"));
        _server.Organization.GetDocument(unread).Refuse(403, "forbidden", "No access");
        string before = State();
        ShellResult refused = Run(write, "-AllowBreak -RequireCompleteUsage");
        Assert.Equal(write.ErrorId, refused.ErrorId);
        Assert.Contains("-RequireCompleteUsage", refused.ErrorText, StringComparison.Ordinal);
        Assert.Contains("Unread", refused.ErrorText, StringComparison.Ordinal);
        Assert.Equal(before, State());
        ShellResult sent = Run(write, "-AllowBreak").MustSucceed();
        Assert.Contains(sent.Warnings.Append(sent.Host), text => text.Contains("Unread", StringComparison.Ordinal));
    }

    private GatedWrite Arranged(string name, bool takes)
    {
        GatedWrite write = GatedWrite.All.Single(row => row.Name == name);
        write.Arrange(_stage, takes);
        return write;
    }

    private ShellResult Run(GatedWrite write, string more = "") =>
        _shell.Run(
            $"{write.Script} -IndexPath $index {(more.Contains("-WhatIf", StringComparison.Ordinal) ? "" : "-Confirm:$false")} {more}");

    // The live versions, the trash and the tags: what a write can change.
    private string State() =>
        string.Join(
            ';',
            _server.Organization.Models.Select(model =>
                $"{model.Name} {model.LatestVersion} {model.IsArchived} "
                    + $"{string.Join(',', model.Tags.Select(tag => $"{tag.Name}={tag.SourceVersion}"))}"
            ));

    private static System.Collections.Generic.IEnumerable<PSObject> Plans(ShellResult result) =>
        result.Information.Where(record => record.Tags.Contains("SigmaPS.Plan")).Select(record => PSObject.AsPSObject(record.MessageData));

    private static string[] Columns(System.Collections.Generic.IEnumerable<PSObject> holders) =>
        [
            .. holders
                .SelectMany(holder => ((IEnumerable)holder.Properties["Consumers"].Value).Cast<object>())
                .Select(UsageRow.Of)
                .Where(row => row is { IsCertain: true, Column: not null })
                .Select(row => row.Column!)
                .Order(StringComparer.Ordinal),
        ];

    private static string FormulaOf(string column) => column switch
    {
        "c1" => "Sum([Orders/Amount])",
        "c8" => "[Orphan/Amount]",
        "c5" => "[Orders/Customer]",
        _ => "[Orders/Amount]",
    };
}
