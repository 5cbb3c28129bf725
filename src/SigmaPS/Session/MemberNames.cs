using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace SigmaPS;

/// <summary>The names of members for the views.</summary>
/// <remarks>
/// Only a view knows that an ID is about to be shown, so only a view asks Sigma, and a script that shows nothing sends no request. A view
/// asks through a command, because a command's wait ends with Ctrl+C and needs no bridge of its own.
/// </remarks>
internal static class MemberNames
{
    private const string Script = "param($command, $arguments) & $command @arguments";

    private static readonly ConditionalWeakTable<Runspace, Use> LastUses = new();

    /// <summary>Records the session whose objects a runspace shows next.</summary>
    /// <param name="runspace">The runspace.</param>
    /// <param name="session">The session.</param>
    /// <param name="isVerbose">Whether the command reports its requests.</param>
    /// <param name="reader">The command that reads names.</param>
    public static void NoteUse(Runspace runspace, SigmaSession session, bool isVerbose, Type reader)
    {
        var use = LastUses.GetOrCreateValue(runspace);
        (use.Session, use.IsVerbose, use.Reader) = (session, isVerbose, reader);
    }

    /// <summary>Returns the name of a member. It asks Sigma if the sessions of this runspace have not read the member yet.</summary>
    /// <param name="id">The member's ID.</param>
    /// <returns>The name, else the ID.</returns>
    public static string Find(string? id)
    {
        if (string.IsNullOrEmpty(id) || Runspace.DefaultRunspace is not { } runspace)
        {
            return id ?? "";
        }

        LastUses.TryGetValue(runspace, out var use);
        var connections = new[] { use?.Session, SessionStore.Own(runspace) }.OfType<SigmaSession>().Distinct()
            .Select(SessionStore.FindTransport).OfType<Core.Http.SigmaHttpClient>().ToList();
        return Known(connections, id!) ?? (use?.Reader is { } reader ? Read(connections, id!, use.IsVerbose, reader) : null) ?? id!;
    }

    private static string? Known(IEnumerable<Core.Http.SigmaHttpClient> connections, string id) =>
        connections.Select(connection => Core.Api.MemberLookup.KnownName(connection, id)).FirstOrDefault(name => name is not null);

    private static string? Read(IEnumerable<Core.Http.SigmaHttpClient> connections, string id, bool isVerbose, Type reader)
    {
        foreach (var connection in connections.Where(connection => Core.Api.MemberLookup.MayFind(connection, id)))
        {
            var arguments = new Hashtable { ["Connection"] = connection, ["Id"] = id };
            if (isVerbose)
            {
                arguments["Verbose"] = true;
            }

            Invoke(new CmdletInfo("Read-MemberName", reader), arguments);
            if (Core.Api.MemberLookup.KnownName(connection, id) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    private static void Invoke(CommandInfo command, Hashtable arguments)
    {
        try
        {
            ScriptBlock.Create(Script).Invoke(command, arguments);
        }
        catch (RuntimeException e) when (e is not PipelineStoppedException)
        {
            // A policy of the machine can forbid the call. The formatter would then leave the cell empty, and the ID is more useful.
        }
    }

    private sealed class Use
    {
        public SigmaSession? Session { get; set; }

        public bool IsVerbose { get; set; }

        public Type? Reader { get; set; }
    }
}
