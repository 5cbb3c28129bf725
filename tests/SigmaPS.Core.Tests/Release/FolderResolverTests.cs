using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Release;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>The folder of an environment can be so new that Sigma does not list it yet.</summary>
public sealed class FolderResolverTests
{
    private const string Id = "0f6c7a52-3d1b-4c55-9a0e-7c9a3f1d2b64";
    private const string Entry = $$"""{"id":"{{Id}}","name":"Production","type":"folder","path":"Retail","isArchived":false}""";

    [Theory]
    [InlineData("Retail/Production", 6)]
    [InlineData(Id, 5)]
    public async Task Folder_that_appears_late_is_waited_for(string folder, int requests)
    {
        int looks = 0;
        using FakeWire wire = Wire(request =>
            request.EndsWith(Id, StringComparison.Ordinal) ? (++looks > 2 ? Entry : null)
            : IsOfWorkspaces(request) ? List(false)
            : List(folder == Id || ++looks > 2));
        (FileEntry found, List<string> problems) = await wire.RunAsync(ResolveAsync(wire, folder));
        Assert.Empty(problems);
        Assert.Equal(Id, found.Id);
        Assert.Equal(3, looks);
        Assert.Equal(requests, wire.Sent.Count);
        Assert.Single(wire.Said, line =>
            line.Contains(folder, StringComparison.Ordinal) && line.Contains("30 s", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Retail/Production", 300, 23, 12)]
    [InlineData("Retail/Production", 7, 7, 8)]
    [InlineData("Retail/Production", 2, 1, 4)]
    [InlineData("Retail/Production", 1, 1, 4)]
    [InlineData(Id, 300, 23, 8)]
    public async Task Wait_ends_with_an_error_that_names_the_folder_and_the_delay(string folder, int patience, int limit, int requests)
    {
        using FakeWire wire = Wire(request => request.EndsWith(Id, StringComparison.Ordinal) ? null : List(false), patience);
        DateTimeOffset begin = wire.Time.GetUtcNow();
        (FileEntry found, List<string> problems) = await wire.RunAsync(ResolveAsync(wire, folder));
        Assert.Equal("", found.Id);
        Assert.Contains($"'{folder}'", Assert.Single(problems), StringComparison.Ordinal);
        Assert.Contains($"{limit} s", problems[0], StringComparison.Ordinal);
        Assert.InRange((wire.Time.GetUtcNow() - begin).TotalSeconds, limit, limit + 60);
        Assert.Equal(requests, wire.Sent.Count);
        Assert.Single(wire.Said, line => line.Contains("looks again", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"type\":\"folder\"", "\"type\":\"data-model\"", "not a folder", 1)]
    [InlineData("\"isArchived\":false", "\"isArchived\":true", "trash", 1)]
    [InlineData("\"id\":\"0f6c7a52", "\"id\":\"1e7d8b63", "same path", 3)]
    public async Task Folder_of_an_ID_is_refused_when_its_models_cannot_be_known(string from, string to, string why, int requests)
    {
        string changed = Entry.Replace(from, to, StringComparison.Ordinal);
        using FakeWire wire = Wire(request =>
            request.EndsWith(Id, StringComparison.Ordinal) ? (why == "same path" ? Entry : changed)
            : IsOfWorkspaces(request) ? List(false)
            : $$"""{"entries":[{{Entry}},{{changed}}],"nextPage":null,"total":2}""");
        SigmaEngineException refusal = await Assert.ThrowsAsync<SigmaEngineException>(() => ResolveAsync(wire, Id));
        Assert.Equal(ErrorCode.InvalidEnvironment, refusal.Kind);
        Assert.Equal(Id, refusal.Target);
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(requests, wire.Sent.Count);
    }

    [Fact]
    public async Task Session_without_a_retry_timeout_does_not_wait()
    {
        using FakeWire wire = Wire(_ => List(false), 0);
        (_, List<string> problems) = await ResolveAsync(wire, "Retail/Production");
        Assert.DoesNotContain("looked for", Assert.Single(problems), StringComparison.Ordinal);
        Assert.Equal(2, wire.Sent.Count);
    }

    [Fact]
    public async Task Wait_ends_when_the_command_is_stopped()
    {
        using CancellationTokenSource stop = new();
        int lists = 0;
        using FakeWire wire = Wire(request =>
        {
            if (!IsOfWorkspaces(request) && ++lists == 2)
            {
                stop.Cancel();
            }

            return List(false);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wire.RunAsync(ResolveAsync(wire, "Retail/Production", stop.Token)));
        Assert.Equal(2, lists);
    }

    private static FakeWire Wire(Func<string, string?> answer, int patience = 300) =>
        new(
            (request, _) =>
                answer(request.RequestUri!.PathAndQuery) is { } text
                    ? FakeWire.Json(text)
                    : FakeWire.Json("""{"message":"File not found"}""", 404),
            TimeSpan.FromSeconds(patience),
            TimeSpan.Zero);

    // Folders and workspaces are two lists of the service.
    private static bool IsOfWorkspaces(string request) => request.Contains("workspace", StringComparison.Ordinal);

    private static string List(bool hasFolder) =>
        $$"""{"entries":[{{(hasFolder ? Entry : "")}}],"nextPage":null,"total":{{(hasFolder ? 1 : 0)}}}""";

    private static async Task<(FileEntry Found, List<string> Problems)> ResolveAsync(
        FakeWire wire,
        string folder,
        CancellationToken stop = default)
    {
        List<string> problems = [];
        ReleaseEnvironment environment = new("prod", "sigma.environments.json") { Folder = new LocatedText(folder, "line 1, column 1") };
        return (await new FolderResolver(wire.Client, environment).ResolveAsync(problems, stop), problems);
    }
}
