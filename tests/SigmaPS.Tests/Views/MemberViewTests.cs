using System;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Views;

/// <summary>Views show members by name in a fresh session. Only a view asks, and one list per session is enough.</summary>
public sealed class MemberViewTests : SandboxTest
{
    private readonly LeapingClock _clock = new();

    private protected override SandboxOptions Options => new() { TimeProvider = _clock };

    private protected override void Arrange() => Shell.Set("id", PlugsOrders);

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
        ShellResult result = Run(
            "(Get-SigmaDataModelVersion $id).UpdatedBy; (Get-SigmaDataModelSpec $id).updatedBy; (Get-SigmaDataModel $id).OwnerId; "
                + "(Get-SigmaSession).UserId; (Get-SigmaFile $id).UpdatedBy")
            .MustSucceed();
        Assert.Empty(MemberRequests);
        Assert.All(result.Texts, text => Assert.Contains(Organization.Members, member => member.Id == text));
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
        Requests.Clear();
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
    public void Members_that_cannot_be_read_are_shown_by_ID_and_not_asked_for_again(Fault fault)
    {
        Run("$v = Get-SigmaDataModelVersion $id; $s = Get-SigmaDataModelSpec $id").MustSucceed();
        Server.Faults.Arm(fault with { PathContains = "/members", Times = 100 });
        string[] shown = [.. new[] { "$v", "$s", "Get-SigmaSession" }.Select(Show)];
        Assert.All(shown, text => Assert.Contains(Organization.ApiUser.Id, text, StringComparison.Ordinal));
        Assert.Single(MemberRequests);
    }

    [Fact]
    public void Former_members_have_names_and_members_that_are_not_listed_keep_their_IDs()
    {
        foreach (SandboxMember member in Organization.Members)
        {
            Assert.Equal($"{member.FirstName} {member.LastName}", Name(member.Id));
        }

        Assert.Equal(["gone", "gone"], new[] { Name("gone"), Name("gone") });
        Assert.Single(MemberRequests);
    }

    [Fact]
    public void Organization_with_more_members_than_a_page_is_asked_for_each_other_member_once()
    {
        Server.Options.PageSizeCap = 2;
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
        Server.Options.PageSizeCap = 1;
        Assert.All(new[] { first, second, first }, command => Show(command));
        Assert.Equal("gone", Name("gone"));
        string[] pages = [.. Requests.All.Where(request => request.Path.Contains("/members", StringComparison.Ordinal))
            .Select(request => request.Path + request.Query)];
        Assert.Equal(Organization.Members.Count, pages.Length);
        Assert.Equal(pages.Distinct(), pages);
    }

    [Fact]
    public async Task Member_of_another_session_is_asked_for_there()
    {
        await using SandboxServer other = await SandboxServer.StartAsync();
        Run("$mine = Get-SigmaSession").MustSucceed();
        Shell.Connect(other).MustSucceed();
        Shell.Set("id", PlugsOrders);
        Assert.Contains("Ada Admin", Show("Get-SigmaDataModelVersion $id -Session $mine"), StringComparison.Ordinal);
        Assert.Single(MemberRequests);
        Assert.DoesNotContain(other.Requests.All, request => request.Path.Contains("/members", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-Verbose", 1)]
    [InlineData("", 0)]
    public void Verbose_command_states_that_its_view_lists_the_members(string verbose, int lines)
    {
        ShellResult result = Run($"Get-SigmaDataModelVersion $id {verbose} | Out-Host").MustSucceed();
        Assert.Equal(lines, result.Verbose.Count(line => line.Contains("members are listed", StringComparison.Ordinal)));
    }

    [Fact]
    public void View_gives_up_on_names_that_do_not_arrive()
    {
        TaskCompletionSource asked = Hold(out TaskCompletionSource released, () => _clock.Pass(TimeSpan.FromSeconds(10)));
        try
        {
            Assert.Contains(Organization.ApiUser.Id, Show("Get-SigmaDataModelVersion $id"), StringComparison.Ordinal);
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
        Run("$v = Get-SigmaDataModelVersion $id").MustSucceed();
        TaskCompletionSource asked = Hold(out TaskCompletionSource released);
        using (var shell = System.Management.Automation.PowerShell.Create(Shell.Runspace))
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

        Assert.Contains(Organization.ApiUser.Id, Show("$v"), StringComparison.Ordinal);
        Assert.Single(MemberRequests);
    }

    // The first request for members waits until it is released.
    private TaskCompletionSource Hold(out TaskCompletionSource released, Action? meanwhile = null)
    {
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource held = released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Server.Faults.Arm(new Fault
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

    private string[] MemberRequests => [.. Requests.All.Select(request => request.Path).Where(path =>
        path.Contains("/members", StringComparison.Ordinal))];

    private string Show(string command)
    {
        ShellResult result = Run($"& {{ {command} }} | Out-Host").MustSucceed();
        Assert.Empty(result.Warnings);
        return result.Host;
    }

    private string Name(string id)
    {
        Shell.Set("member", id);
        return Run("[SigmaPS.ViewText]::Member($member)").MustSucceed().Texts.Single()!;
    }

    private string IdOf(string name) =>
        Organization.Members.FirstOrDefault(member => $"{member.FirstName} {member.LastName}" == name)?.Id ?? name;

    private string NameOf(string id) =>
        Organization.Members.FirstOrDefault(member => member.Id == id) is { } found ? $"{found.FirstName} {found.LastName}" : id;
}
