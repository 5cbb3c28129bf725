using System.Collections.Generic;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Writing;

/// <summary>The errors of a write before it is sent; those about consumers are in <see cref="ConsumerErrors"/>.</summary>
internal static class WriteErrors
{
    /// <summary>The base version of the spec is unknown.</summary>
    /// <param name="request">The request.</param>
    /// <param name="live">The live spec.</param>
    /// <param name="origin">The model that the spec was read from, if it is another one; null without one.</param>
    public static SigmaEngineException UnknownBase(SpecWriteRequest request, SpecDocument live, string? origin)
    {
        var version = live.LatestVersion ?? 0;
        var elsewhere = origin is null ? "" : $"The spec was read from \"{origin}\", not from \"{live.Name}\". ";
        return new SigmaEngineException(
            ErrorCode.SpecNoBase,
            $"The base version of this spec is unknown. {elsewhere}The live version of \"{live.Name}\" is "
                + $"{version}. Read the model again and edit that spec, or confirm the base with -BaseDocumentVersion {version}. "
                + "To overwrite the live version unseen, add -IgnoreConflict.")
        {
            Target = request.DataModelId,
            Switch = "IgnoreConflict",
        };
    }

    /// <summary>Another person published a version after the base version.</summary>
    /// <param name="request">The request.</param>
    /// <param name="live">The live spec.</param>
    /// <param name="basedOn">The base version.</param>
    /// <param name="saved">A sentence about the live version: the member, the time and the changes.</param>
    /// <param name="mustRunAgain">Whether the command has to run again, because its switch cannot overwrite this version.</param>
    public static SigmaEngineException StaleBase(
        SpecWriteRequest request, SpecDocument live, long basedOn, string saved, bool mustRunAgain)
    {
        var next = mustRunAgain
            ? "This happened while the write was in progress. Check the live version, then run the command again."
            : $"Read the model again and repeat your edit, or overwrite version {live.LatestVersion} with -IgnoreConflict.";
        return new SigmaEngineException(
            ErrorCode.SpecConflict,
            $"\"{live.Name}\" ({request.DataModelId}) was changed after you read it. Your spec is based on version {basedOn}; "
                + $"{saved} {next}")
        {
            Target = request.DataModelId,
            Switch = mustRunAgain ? null : "IgnoreConflict",
        };
    }

    /// <summary>Another person changed a name or description that the write changes too.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">The name that was read.</param>
    /// <param name="conflict">The live values.</param>
    public static SigmaEngineException ChangedNames(SpecWriteRequest request, string? name, string conflict)
    {
        var (since, next) = request.ResultingNames is null
            ? ("it was read", "Read the model again and repeat your edit")
            : ("that run", "Check it");
        return new SigmaEngineException(
            ErrorCode.SpecConflict,
            $"The name or description of \"{name}\" ({request.DataModelId}) was changed since {since}: "
                + $"{conflict}. {next}, or overwrite it with -IgnoreConflict.")
        {
            Target = request.DataModelId,
            Switch = "IgnoreConflict",
        };
    }

    /// <summary>The content has CSV tables that belong to another document.</summary>
    /// <param name="name">The target model's name.</param>
    /// <param name="id">The target model's ID; null for a new one.</param>
    /// <param name="elements">The elements.</param>
    public static SigmaEngineException ForeignCsvTables(string name, string? id, IReadOnlyList<string> elements) => new(
        ErrorCode.InvalidSpec,
        $"\"{name}\" cannot contain {string.Join(", ", elements)}: the source is a CSV table (csv-table), which belongs to the "
            + "document it was uploaded to. "
            + "Replace the source by the warehouse table or the SQL statement behind it, or remove the element.")
    {
        Target = id ?? name,
    };
}
