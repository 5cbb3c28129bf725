using System;
using System.Collections;
using System.IO;
using System.Linq;
using System.Management.Automation;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Usage;

/// <summary>
/// Every command that writes, with something taken away and with nothing taken away: the gate is the same for all of them.
/// </summary>
public sealed class WriteGateTests : SandboxTest
{
    private GatedWriteStage _stage = null!;

    public static TheoryData<string> Rows => [.. GatedWrite.All.Select(row => row.Name)];

    public static TheoryData<string> KeepingRows => [.. GatedWrite.All.Where(row => row.CanKeep).Select(row => row.Name)];

    private protected override SandboxOptions Options => new() { SeedModels = false };

    private protected override void Arrange()
    {
        Consumer.AddModels(Organization);
        string folder = Organization.AddFolder(GatedWriteStage.Folder);
        Organization.AddWorkbook(
            Consumer.Content(
                Consumer.Table(Consumer.Column("c1", "Sum([Orders/Amount])") + "," + Consumer.Column("c5", "[Orders/Customer]"))));
        Run($"Set-SigmaDataModel {Consumer.Base} -FolderId {folder}").MustSucceed();
        Shell.Set("index", Path.Combine(Folder.FullName, "index"));
        _stage = new GatedWriteStage(Server, Shell, Folder.FullName);
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
        Requests.Clear();
        Run(write).MustSucceed();
        Assert.NotEqual(before, State());
        Assert.DoesNotContain(Requests.All, request =>
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
        Organization.GetDocument(unread).Refuse(403, "forbidden", "No access");
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
        Run(
            $"{write.Script} -IndexPath $index {(more.Contains("-WhatIf", StringComparison.Ordinal) ? "" : "-Confirm:$false")} {more}");

    // The state that a write can change: the live versions, the trash and the tags.
    private string State() =>
        string.Join(
            ';',
            Organization.Models.Select(model =>
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
