using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Validation;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>The errors of releases whose messages are longer than one line.</summary>
internal static class ReleaseErrors
{
    /// <summary>A person who does not publish saved the live version.</summary>
    public static SigmaEngineException EditedByHand(SpecWritePlan write, string environment, string author)
    {
        var savedAt = write.Live.Root.Text("updatedAt") ?? "an unknown time";
        return new SigmaEngineException(
            ErrorCode.SpecConflict,
            $"\"{write.Name}\" was edited by hand in environment '{environment}': version {write.LiveVersion} was saved by "
                + $"{author} at {savedAt}, who is not one of its publishers. Copy the "
                + "edit to the folder first (Get-SigmaDrift shows it), or overwrite it with -IgnoreConflict.")
        {
            Target = write.Request.DataModelId,
            Switch = "IgnoreConflict",
        };
    }

    /// <summary>The live folder contains the name of a model of the plan twice.</summary>
    public static SigmaEngineException AmbiguousTarget(string folder, IReadOnlyList<string> models) => new(
        ErrorCode.InvalidEnvironment,
        $"The folder '{folder}' contains several models with the same name, so the target is ambiguous: "
            + $"{string.Join("; ", models)}. Rename or archive all but one of each.")
    {
        Target = folder,
    };

    /// <summary>The environment file does not have the environment.</summary>
    public static SigmaEngineException UnknownEnvironment(string file, string name, IReadOnlyList<ReleaseEnvironment> existing)
    {
        var names = existing.Count == 0 ? "none" : string.Join(", ", existing.Select(environment => environment.Name));
        return new SigmaEngineException(ErrorCode.InvalidEnvironment, $"'{file}' has no environment '{name}'; it has {names}.")
        {
            Target = name,
        };
    }

    /// <summary>The session belongs to another organization than the environment.</summary>
    public static SigmaEngineException OtherOrganization(ReleaseEnvironment environment, string connected) => WrongSession(
        environment,
        $"{environment.Where(environment.Organization)}: the environment is organization {environment.Organization.Text}, and the "
            + $"session is connected to organization {connected}");

    /// <summary>The session is connected to another address than the environment's.</summary>
    public static SigmaEngineException OtherHost(ReleaseEnvironment environment, LocatedText host, Uri connected) => WrongSession(
        environment,
        $"{environment.Where(host)}: the environment is at {host.Text}, and the session is connected to {connected}");

    /// <summary>The models depend on each other.</summary>
    /// <param name="file">The file of one of them.</param>
    /// <param name="cycle">Their names in the order of the cycle.</param>
    public static SigmaEngineException Cycle(string file, string cycle) => new(
        ErrorCode.InvalidSpec,
        $"These models depend on each other in a cycle, so none of them can be released first: {cycle}.")
    {
        Target = file,
    };

    /// <summary>The folder of files does not contain a model.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="unread">A sentence about files that could not be read.</param>
    public static SigmaEngineException EmptyFolder(string folder, string unread) => new(
        ErrorCode.InvalidEnvironment,
        $"The folder '{folder}' does not contain a data model, so there is nothing to release. "
            + $"Specify the folder of the models.{unread}")
    {
        Target = folder,
    };

    /// <summary>The folder of files does not contain the model.</summary>
    public static SigmaEngineException NoModelInFolder(string folder, string model, IReadOnlyList<ReleaseModel> files) => new(
        ErrorCode.ModelNotFound,
        $"The folder '{folder}' does not contain the data model '{model}'. "
            + ExistingNames.Describe(model, files.Select(file => file.Name).ToList(), "models"))
    {
        Target = model,
    };

    /// <summary>Several models of the folder of files have the name.</summary>
    public static SigmaEngineException SeveralModelsInFolder(string folder, string model, IReadOnlyList<ReleaseModel> found)
    {
        var files = string.Join(", ", found.Select(file => $"{file.File} ({file.SourceId ?? "without ID"})"));
        return new SigmaEngineException(
            ErrorCode.ModelAmbiguous,
            $"{found.Count} models in the folder '{folder}' have the name '{model}': {files}. "
                + "Use the path of the file in the folder instead of the name.")
        {
            Target = model,
        };
    }

    /// <summary>The folder of runs does not contain a record of the organization.</summary>
    public static SigmaEngineException NoRunRecord(string folder, string organization) => new(
        ErrorCode.FileFailed,
        $"'{folder}' does not contain a run record of organization {organization}. "
            + "Use -RunPath with the folder that Publish-SigmaReleasePlan wrote to, or -RunFile with the record.")
    {
        Target = folder,
    };

    /// <summary>The user declined the update of a model that refers to reassigned IDs.</summary>
    public static SigmaEngineException RepairDeclined(ReleaseItem item) => new(
        ErrorCode.ReleaseIncomplete,
        $"\"{item.Name}\" ({item.DataModelId}) refers to IDs that Sigma reassigned, and its update was declined. "
            + "To update its references, make a new plan and publish it.")
    {
        Target = item.DataModelId,
    };

    private static SigmaEngineException WrongSession(ReleaseEnvironment environment, string difference) => new(
        ErrorCode.WrongOrganization,
        difference + ". Nothing was read. Connect with the credentials of the environment, or specify its session with -Session.")
    {
        Target = environment.Name,
    };
}
