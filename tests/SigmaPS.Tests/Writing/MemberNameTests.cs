using System;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Releases;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Writing;

/// <summary>A message names a member by name and e-mail address where Sigma lists the member; otherwise the ID stays.</summary>
public sealed class MemberNameTests : SandboxTest
{
    private string Carl =>
        $"{Organization.Colleague.FirstName} {Organization.Colleague.LastName} ({Organization.Colleague.Email})";

    private protected override SandboxOptions Options => new() { HonoursDocumentVersion = false, TimeProvider = new LeapingClock() };

    private protected override Shell Open()
    {
        Shell shell = new(answer: _ =>
        {
            Edit();
            return 0;
        });
        shell.Connect(Server, retryTimeoutSec: 30).MustSucceed();
        return shell;
    }

    private protected override void Arrange()
    {
        Shell.Set("id", PlugsOrders);
        ReadChangedSpec();
    }

    [Theory]
    [InlineData("$s | Set-SigmaDataModelSpec")]
    [InlineData("$s | Set-SigmaDataModelSpec -BaseDocumentVersion 1")]
    public void Conflict_names_the_author_with_one_request_per_session(string write)
    {
        Edit();
        for (int run = 0; run < 2; run++)
        {
            ShellResult result = Run(write);
            Assert.Equal("SigmaSpecConflict", result.ErrorId);
            Assert.Contains(Carl, result.ErrorText);
            Assert.DoesNotContain(Organization.Colleague.Id, result.ErrorText);
        }

        Assert.Equal(1, MemberRequests);
    }

    [Theory]
    [InlineData("$s | Set-SigmaDataModelSpec -Confirm", null)]
    [InlineData("$s | Set-SigmaDataModelSpec -Confirm:$false", 429)]
    public void Conflict_names_the_author_when_the_version_changes_while_the_write_waits(string write, int? status)
    {
        if (status is not null)
        {
            Server.Faults.Arm(KnownFaults.Throttled(1) with { Method = "PUT", Meanwhile = () => Task.Run(Edit) });
        }

        ShellResult result = Run(write);
        Assert.Equal("SigmaSpecConflict", result.ErrorId);
        Assert.Contains(Carl, result.ErrorText);
    }

    [Fact]
    public void Conflict_names_the_author_when_the_service_refuses_the_write()
    {
        Server.Faults.Arm(new Fault { Method = "PUT", Status = 400, Message = "stale", Meanwhile = () => Task.Run(Edit) });
        ShellResult result = Run("$s | Set-SigmaDataModelSpec");
        Assert.Equal("SigmaSpecConflict", result.ErrorId);
        Assert.Contains(Carl, result.ErrorText);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(200)]
    public void Conflict_shows_the_ID_when_the_member_cannot_be_read(int status)
    {
        Edit();
        Server.Faults.Arm(new Fault { PathContains = "/members", Status = status, Body = "{}", Times = 100 });
        for (int run = 0; run < 2; run++)
        {
            ShellResult result = Run("$s | Set-SigmaDataModelSpec");
            Assert.Equal("SigmaSpecConflict", result.ErrorId);
            Assert.Contains(Organization.Colleague.Id, result.ErrorText);
            Assert.Empty(result.Warnings);
        }
    }

    [Fact]
    public void Write_asks_for_no_member_when_nobody_is_named()
    {
        Run(
            "$s | Set-SigmaDataModelSpec; Set-SigmaDataModel $id -Description 'All'; Get-SigmaDataModelVersion $id; "
                + "Restore-SigmaDataModelSpec $id -DocumentVersion 2 -Confirm:$false"
        ).MustSucceed();
        Assert.Equal(0, MemberRequests);
    }

    [Fact]
    public void Change_of_owner_shows_both_owners_by_name()
    {
        Shell.Set("owner", Organization.Colleague.Email);
        ShellResult result = Run("Set-SigmaDataModel $id -Owner $owner -WhatIf").MustSucceed();
        SandboxMember owner = Organization.Members.Single(member =>
            member.Id == Organization.GetModel(PlugsOrders).OwnerId);
        Assert.Contains($"owner {owner.FirstName} {owner.LastName} ({owner.Email}) → {Carl}", result.Host);
        Assert.DoesNotContain(Organization.Members, member => result.Host.Contains(member.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plan_names_the_member_who_edited_by_hand()
    {
        await using ReleaseTestBed shop = await ReleaseTestBed.OpenAsync();
        var model = shop.Write(1);
        shop.Publish().MustSucceed();
        shop.Server.Organization.EditAsColleague(shop.LiveModel(1).Id, spec => spec["pages"]![0]!["name"] = "By hand");
        model["pages"]![0]!["elements"]![0]!["columns"]![2]!["description"] = "From the folder";
        shop.Save(1, model);
        string problems = string.Join(
            '\n',
            shop.Shell.Run(
                    "(New-SigmaReleasePlan $models prod).Items | Out-String; (New-SigmaReleasePlan $models prod).Items | ForEach-Object { "
                        + "$_.Problems }; New-SigmaReleasePlan $models prod | Publish-SigmaReleasePlan -Confirm:$false"
                )
                .Errors.Select(error => error.Exception.Message));
        Assert.Contains("carl.colleague@example.com", problems);
        Assert.DoesNotContain(shop.Server.Organization.Colleague.Id, problems);
    }

    private int MemberRequests => Requests.All.Count(request => request.Path.Contains("/members", StringComparison.Ordinal));

    private void Edit() =>
        Organization.EditAsColleague(PlugsOrders, spec => spec["pages"]![0]!["name"] = "Theirs " + Guid.NewGuid());
}
