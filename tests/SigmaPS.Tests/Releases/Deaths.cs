using System;
using System.IO;
using System.Linq;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>Processes that end behind one of their requests: from there on, every connection breaks.</summary>
internal static class Deaths
{
    /// <summary>Dies behind a request, and behind later ones until a death leaves something.</summary>
    /// <remarks>
    /// After a death that sent nothing but GET, and left the files byte for byte, the next process finds what the dead one found. To finish
    /// there would only repeat the command that was not interrupted, so the next death starts from there.
    /// </remarks>
    /// <param name="server">The organization.</param>
    /// <param name="root">The folder of all local files.</param>
    /// <param name="run">Runs the script.</param>
    /// <param name="from">The first request to die behind.</param>
    /// <param name="to">The number of requests that the script sends.</param>
    /// <param name="least">It dies behind each request before this one. How many follow depends on what the script finds.</param>
    /// <param name="step">How far it is from one death to the next one.</param>
    /// <returns>The place of the next death.</returns>
    public static int UntilSomethingIsLeft(
        SandboxServer server, string root, Func<ShellResult> run, int from, int to, int least, int step = 1)
    {
        string before = Files(root);
        bool left = false;
        int at = from;
        for (; at < to && !left; at += step)
        {
            server.Requests.Clear();
            server.Faults.Arm(new Fault { Skip = at, Times = int.MaxValue, ApplyThenDrop = true });
            bool died = run().Errors.Count > 0;
            server.Faults.Disarm();
            Assert.True(died || at >= least, $"The script lives on behind request {at}.");
            left = !died || server.Requests.All.Any(request => request.Method != "GET") || Files(root) != before;
        }

        return at;
    }

    // Everything that a process can leave for the next one, beside the organization.
    private static string Files(string root) => string.Join(
        "\n",
        Directory.GetFiles(root, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => $"{file}: {Convert.ToBase64String(File.ReadAllBytes(file))}"));
}
