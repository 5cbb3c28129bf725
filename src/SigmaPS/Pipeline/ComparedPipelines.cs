using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace SigmaPS.Pipeline;

/// <summary>Records per runspace the last pipeline in which a comparison completed.</summary>
/// <remarks>
/// A comparison without a difference writes no object, and neither does a command that failed. A later command of the pipeline checks the
/// mark,
/// so that it reports "No change." only after a comparison.
/// </remarks>
internal static class ComparedPipelines
{
    private static readonly ConditionalWeakTable<Runspace, Mark> Marks = new();

    /// <summary>Removes the mark when a comparison begins.</summary>
    public static void Clear() => Current().Pipeline = null;

    /// <summary>Marks the command's pipeline after a completed comparison.</summary>
    /// <param name="command">The command that compared.</param>
    public static void Record(InvocationInfo command) => Current().Pipeline = KeyOf(command);

    /// <summary>Whether a comparison completed in the command's pipeline; it removes the mark.</summary>
    /// <param name="command">The command that checks.</param>
    public static bool Take(InvocationInfo command)
    {
        var mark = Current();
        var isSame = mark.Pipeline == KeyOf(command);
        mark.Pipeline = null;
        return isSame;
    }

    private static (long, int) KeyOf(InvocationInfo command) => (command.HistoryId, command.PipelineLength);

    private static Mark Current() => Marks.GetOrCreateValue(Runspace.DefaultRunspace);

    private sealed class Mark
    {
        public (long, int)? Pipeline { get; set; }
    }
}
