using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace SigmaPS.Pipeline;

/// <summary>Records per runspace whether a comparison has completed while a later command of its pipeline ran.</summary>
/// <remarks>
/// A comparison without a difference writes no object, and neither does a command that failed. A later command of the pipeline clears the
/// mark when it begins and reads it when it ends, so that it reports "No change." only after a comparison. Between the two, only commands
/// of its own pipeline run, and those within them.
/// </remarks>
internal static class ComparedPipelines
{
    private static readonly ConditionalWeakTable<Runspace, Mark> Marks = new();

    /// <summary>Removes the mark when the command that checks it begins.</summary>
    public static void Clear()
    {
        var mark = Current();
        mark.Completed = false;
        mark.Failed = false;
    }

    /// <summary>Marks a completed comparison.</summary>
    public static void Record() => Current().Completed = true;

    /// <summary>Marks a failed comparison. A completed one beside it does not hide the failure.</summary>
    public static void Fail() => Current().Failed = true;

    /// <summary>Whether comparisons have completed, and none has failed, since the mark was removed.</summary>
    public static bool IsMarked => Current() is { Completed: true, Failed: false };

    private static Mark Current() => Marks.GetOrCreateValue(Runspace.DefaultRunspace);

    private sealed class Mark
    {
        public bool Completed { get; set; }

        public bool Failed { get; set; }
    }
}
