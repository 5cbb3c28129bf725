using System;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Views;

/// <summary>Views show members by name in a fresh session. Only a view asks, and one list per session is enough.</summary>
public sealed class MemberViewTests : IAsyncLifetime
{
    private const string PlugsOrders = "467bc369-5db7-4963-8172-b24a49dbc75b";
    private readonly LeapingClock _clock = new();
    private readonly SandboxOptions _options;
    private SandboxServer _server = null!;
    private Shell _shell = null!;

    public MemberViewTests() => _options = new() { TimeProvider = _clock };

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(_options);
        _shell = Shell.ConnectedTo(_server);
        _shell.Set("id", PlugsOrders);
    }

    public async Task DisposeAsync()
    {
        _shell.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("Get-SigmaDataModelVersion $id")]
    [InlineData("Get-SigmaDataModelSpec $id")]
    [InlineData("Get-SigmaSession")]
    [InlineData("Get-SigmaChange $id")]
    [InlineData("$v = Get-SigmaDataModelVersion $id; $v")]
    [InlineData("Get-SigmaDataModelVersion $id | ForEach-Object { $_ }")]
    public void Fresh_session_shows_members_by_name_and_lists_them_once(string command)
    {
        for (int run = 0; run < 2; run++)
        {
            Assert.Contains("Ada Admin", Show(command), StringComparison.Ordinal);
        }

        Assert.Single(MemberRequests);
    }

    [Fact]
    public void Command_whose_output_is_not_shown_asks_for_no_member()
    {
        ShellResult result = _shell
            .Run("(Get-SigmaDataModelVersion $id).UpdatedBy; (Get-SigmaDataModelSpec $id).updatedBy; (Get-SigmaDataModel $id).OwnerId; "
                + "(Get-SigmaSession).UserId; (Get-SigmaFile $id).UpdatedBy")
            .MustSucceed();
        Assert.Empty(MemberRequests);
        Assert.All(result.Texts, text => Assert.Contains(_server.Organization.Members, member => member.Id == text));
    }

    [Theory]
    [InlineData("Get-SigmaDataModel")]
    [InlineData("Get-SigmaFile $id")]
    [InlineData("Get-SigmaDataModelElement $id")]
    public void View_without_a_member_asks_for_none(string command)
    {
        Show(command);
        Assert.Empty(MemberRequests);
    }

    [Fact]
    public void View_of_a_known_member_asks_for_none()
    {
        Show("Get-SigmaMember -Email ada.admin@example.com");
        _server.Requests.Clear();
        Assert.Contains("Ada Admin", Show("Get-SigmaDataModelVersion $id"), StringComparison.Ordinal);
        Assert.Empty(MemberRequests);
    }

    public static TheoryData<Fault> Failures =>
    [
        KnownFaults.Forbidden(),
        KnownFaults.FirewallPage(),
        KnownFaults.Status(404),
        KnownFaults.Status(500),
        KnownFaults.Throttled(),
        KnownFaults.Throttled(60),
        new Fault { Status = 200, Body = "{}" },
        new Fault { Status = 200, Body = "<html>", ContentType = "text/html" },
        new Fault { OmitEntries = true },
    ];

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public void Members_that_cannot_be_read_are_shown_by_id_and_not_asked_for_again(Fault fault)
    {
        _shell.Run("$v = Get-SigmaDataModelVersion $id; $s = Get-SigmaDataModelSpec $id").MustSucceed();
        _server.Faults.Arm(fault with { PathContains = "/members", Times = 100 });
        string[] shown = [.. new[] { "$v", "$s", "Get-SigmaSession" }.Select(Show)];
        Assert.All(shown, text => Assert.Contains(_server.Organization.ApiUser.Id, text, StringComparison.Ordinal));
        Assert.Single(MemberRequests);
    }

    [Fact]
    public void Former_members_have_names_and_members_that_are_not_listed_keep_their_ids()
    {
        foreach (SandboxMember member in _server.Organization.Members)
        {
            Assert.Equal($"{member.FirstName} {member.LastName}", Name(member.Id));
        }

        Assert.Equal(["gone", "gone"], new[] { Name("gone"), Name("gone") });
        Assert.Single(MemberRequests);
    }

    [Fact]
    public void Organization_with_more_members_than_a_page_is_asked_for_each_other_member_once()
    {
        _options.PageSizeCap = 2;
        string[] names = ["Former Member", "Ada Admin", "Carl Colleague", "gone", "gone", "Former Member"];
        foreach (string id in names.Select(IdOf))
        {
            Assert.Equal(NameOf(id), Name(id));
        }

        string[] single = [.. MemberRequests.Skip(1)];
        Assert.Contains("/v2.1/members", MemberRequests[0], StringComparison.Ordinal);
        Assert.Equal([$"/v2/members/{IdOf("Former Member")}", "/v2/members/gone"], single);
    }

    [Theory]
    [InlineData("Get-SigmaDataModelVersion $id", "Get-SigmaChange $id")]
    [InlineData("Get-SigmaChange $id", "Get-SigmaDataModelVersion $id")]
    public void View_and_command_request_each_page_of_the_members_once(string first, string second)
    {
        _options.PageSizeCap = 1;
        Assert.All(new[] { first, second, first }, command => Show(command));
        Assert.Equal("gone", Name("gone"));
        string[] pages = [.. _server.Requests.All.Where(request => request.Path.Contains("/members", StringComparison.Ordinal))
            .Select(request => request.Path + request.Query)];
        Assert.Equal(_server.Organization.Members.Count, pages.Length);
        Assert.Equal(pages.Distinct(), pages);
    }

    [Fact]
    public async Task Member_of_another_session_is_asked_for_there()
    {
        await using SandboxServer other = await SandboxServer.StartAsync();
        _shell.Run("$mine = Get-SigmaSession").MustSucceed();
        _shell.Connect(other).MustSucceed();
        _shell.Set("id", PlugsOrders);
        Assert.Contains("Ada Admin", Show("Get-SigmaDataModelVersion $id -Session $mine"), StringComparison.Ordinal);
        Assert.Single(MemberRequests);
        Assert.DoesNotContain(other.Requests.All, request => request.Path.Contains("/members", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-Verbose", 1)]
    [InlineData("", 0)]
    public void Verbose_command_states_that_its_view_lists_the_members(string verbose, int lines)
    {
        ShellResult result = _shell.Run($"Get-SigmaDataModelVersion $id {verbose} | Out-Host").MustSucceed();
        Assert.Equal(lines, result.Verbose.Count(line => line.Contains("members are listed", StringComparison.Ordinal)));
    }

    [Fact]
    public void View_gives_up_on_names_that_do_not_arrive()
    {
        TaskCompletionSource asked = Hold(out TaskCompletionSource released, () => _clock.Pass(TimeSpan.FromSeconds(10)));
        try
        {
            Assert.Contains(_server.Organization.ApiUser.Id, Show("Get-SigmaDataModelVersion $id"), StringComparison.Ordinal);
            Assert.True(asked.Task.IsCompleted);
        }
        finally
        {
            released.SetResult();
        }

        Show("Get-SigmaDataModelVersion $id");
        Assert.Single(MemberRequests);
    }

    [Fact]
    public async Task Stop_ends_a_view_that_waits_for_names()
    {
        _shell.Run("$v = Get-SigmaDataModelVersion $id").MustSucceed();
        TaskCompletionSource asked = Hold(out TaskCompletionSource released);
        using (var shell = System.Management.Automation.PowerShell.Create(_shell.Runspace))
        {
            try
            {
                shell.AddScript("$v | Out-Host; 'not stopped'");
                IAsyncResult running = shell.BeginInvoke();
                await asked.Task;
                await Task.Run(shell.Stop);
                Assert.True(running.IsCompleted);
                Assert.Equal(System.Management.Automation.PSInvocationState.Stopped, shell.InvocationStateInfo.State);
            }
            finally
            {
                released.SetResult();
            }
        }

        Assert.Contains(_server.Organization.ApiUser.Id, Show("$v"), StringComparison.Ordinal);
        Assert.Single(MemberRequests);
    }

    // The first request for members waits until it is released.
    private TaskCompletionSource Hold(out TaskCompletionSource released, Action? meanwhile = null)
    {
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource held = released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.Faults.Arm(new Fault
        {
            PathContains = "/members",
            Meanwhile = () =>
            {
                asked.SetResult();
                meanwhile?.Invoke();
                return held.Task;
            },
        });
        return asked;
    }

    private string[] MemberRequests => [.. _server.Requests.All.Select(request => request.Path).Where(path =>
        path.Contains("/members", StringComparison.Ordinal))];

    private string Show(string command)
    {
        ShellResult result = _shell.Run($"& {{ {command} }} | Out-Host").MustSucceed();
        Assert.Empty(result.Warnings);
        return result.Host;
    }

    private string Name(string id)
    {
        _shell.Set("member", id);
        return _shell.Run("[SigmaPS.ViewText]::Member($member)").MustSucceed().Texts.Single()!;
    }

    private string IdOf(string name) =>
        _server.Organization.Members.FirstOrDefault(member => $"{member.FirstName} {member.LastName}" == name)?.Id ?? name;

    private string NameOf(string id) =>
        _server.Organization.Members.FirstOrDefault(member => member.Id == id) is { } found ? $"{found.FirstName} {found.LastName}" : id;
}
