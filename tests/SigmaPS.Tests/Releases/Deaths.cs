using System;
using System.Collections.Generic;
using System.IO;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>Processes that end behind one of their requests: from there on, every connection breaks.</summary>
/// <remarks>
/// Each process begins with the same content of the organization and of the local files. If it leaves the same content as an earlier one,
/// the process after it would repeat the one after that, request by request. So that one runs once for each content. Contents are the
/// same if they differ only in times; no command depends on how long the process before has been dead.
/// </remarks>
/// <param name="server">The organization.</param>
/// <param name="root">The folder of all local files, with the usage index.</param>
/// <param name="shell">Runs the processes.</param>
/// <param name="state">The state that has to be the same in the end.</param>
internal sealed class Deaths(SandboxServer server, string root, Shell shell, Func<string> state)
{
    private static readonly string Runs = $"{Path.DirectorySeparatorChar}runs{Path.DirectorySeparatorChar}";
    private readonly HashSet<string> _finished = [];

    /// <summary>The state that has to be the same in the end, as it is now.</summary>
    public string State => state();

    /// <inheritdoc cref="Sweep(string, Func{bool}, string, DeathPlan)"/>
    public string Sweep(string script, Action finish, string? expected, DeathPlan plan) => Sweep(
        script,
        () =>
        {
            finish();
            return false;
        },
        expected,
        plan);

    /// <summary>Lets a script die behind its requests, and finishes it. At the end, everything has the planned state.</summary>
    /// <param name="script">The script.</param>
    /// <param name="finish">Runs the process after each of them. Whether another one follows.</param>
    /// <param name="expected">The state after that; null for the one that follows the script without a death.</param>
    /// <param name="plan">The deaths, and the state that they leave.</param>
    /// <returns>The state after that.</returns>
    public string Sweep(string script, Func<bool> finish, string? expected, DeathPlan plan)
    {
        OrganizationSnapshot organization = new(server.Organization);
        LocalFiles files = new(root);
        server.Requests.Clear();
        shell.Run(script).MustSucceed();
        int requests = server.Requests.All.Count;
        Assert.InRange(requests, plan.LeastRequests, int.MaxValue);
        OrganizationSnapshot? alive = plan.Stays ? new(server.Organization) : null;
        LocalFiles? written = plan.Stays ? new(root) : null;
        Finish();

        // This process does not even begin.
        Finish();
        for (int at = plan.First; at < requests; at += plan.Step)
        {
            server.Faults.Arm(new Fault { Skip = at, Times = int.MaxValue, ApplyThenDrop = true });
            bool died = shell.Run(script).Errors.Count > 0;
            server.Faults.Disarm();
            Assert.True(died || at >= plan.LeastRequests, $"The script lives on behind request {at}.");
            Finish();
        }

        Assert.InRange(_finished.Count, plan.LeastContents, int.MaxValue);
        alive?.PutBack();
        written?.PutBack();
        return expected!;

        void Finish()
        {
            List<string> way = [];
            for (string left = Left(); _finished.Add(left); left = Left())
            {
                way.Add(left);
                Assert.InRange(way.Count, 1, 5);
                if (!finish())
                {
                    string now = State;
                    Assert.Equal(expected ??= now, now);
                    break;
                }

                Assert.DoesNotContain(Left(), way);
            }

            organization.PutBack();
            files.PutBack();
        }

        string Left()
        {
            if (!plan.ReadsRuns)
            {
                SpoilRuns();
            }

            return OrganizationText.Of(server.Organization) + files.Text(plan.ReadsRuns ? null : Runs);
        }
    }

    // A process that does not read the records of earlier runs does not notice. So they do not count as what a death leaves.
    private void SpoilRuns()
    {
        foreach (string file in Directory.GetFiles(root, "*", SearchOption.AllDirectories))
        {
            if (file.Contains(Runs, StringComparison.Ordinal))
            {
                File.WriteAllText(file, "not a record of a run");
            }
        }
    }
}
