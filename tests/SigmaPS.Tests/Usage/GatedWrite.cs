using System;
using System.Text.Json.Nodes;
using SigmaPS.Tests.Sandbox;

namespace SigmaPS.Tests.Usage;

/// <summary>One way to write to the base model, prepared so that it takes the column Amount away, or takes nothing away.</summary>
/// <param name="Name">The row's name.</param>
/// <param name="Script">The command; -AllowBreak and other switches are added at its end.</param>
/// <param name="Arrange">Brings the organization and the files into the state before the command.</param>
internal sealed record GatedWrite(string Name, string Script, Action<GatedWriteStage, bool> Arrange)
{
    /// <summary>Whether a variant exists that takes nothing away.</summary>
    public bool CanKeep { get; init; } = true;

    /// <summary>The error ID of the refusal: a publish ends with one error about all its models.</summary>
    public string ErrorId { get; init; } = "SigmaBreaksConsumers";

    /// <summary>Whether the output is a WriteResult.</summary>
    public bool HasResult { get; init; } = true;

    /// <summary>The consumers' columns that break.</summary>
    public string[] Broken { get; init; } = ["c1", "x", "y"];

    public static readonly GatedWrite[] All =
    [
        new("Set from an object", "$spec | Set-SigmaDataModelSpec -AllowRemoval -SkipValidation -PassThru ", (stage, takes) =>
            stage
                .Shell.Run(
                    $"$spec = Get-SigmaDataModelSpec {Consumer.Base}; $e = $spec.pages[0].elements[1]; "
                        + (
                            takes
                                ? "$e.metrics = @(); $e.columns = @($e.columns | Where-Object id -ne 'a')"
                                : "$e.columns += @{ id = 'n'; name = 'New'; formula = '[Custom SQL/n]' }"))
                .MustSucceed()),
        new("Set from a file", "Set-SigmaDataModelSpec -Path $file -AllowRemoval -SkipValidation -PassThru ", (stage, takes) =>
            stage.WriteSpec(takes)),
        new(
            "Set from text",
            $"Set-SigmaDataModelSpec -DataModelId {Consumer.Base} -Json ([IO.File]::ReadAllText($file)) -AllowRemoval -SkipValidation "
                + "-PassThru ",
            (stage, takes) => stage.WriteSpec(takes)),
        new(
            "Restore from a version",
            $"Restore-SigmaDataModelSpec {Consumer.Base} -DocumentVersion 2 -AllowRemoval -SkipValidation -PassThru ",
            (stage, takes) =>
            {
                stage.Edit(takes ? GatedWriteStage.Take : GatedWriteStage.Add);
                stage.Edit(takes ? GatedWriteStage.PutBack : GatedWriteStage.Remove);
            }),
        new(
            "Restore from a file",
            "Restore-SigmaDataModelSpec -LiteralPath $file -AllowRemoval -SkipValidation -PassThru ",
            (stage, takes) => stage.WriteSpec(takes)),
        new("Undo a change", $"Undo-SigmaChange {Consumer.Base} 3 -AllowRemoval -SkipValidation -PassThru ", (stage, takes) =>
        {
            stage.Edit(takes ? GatedWriteStage.Take : GatedWriteStage.Add);
            stage.Edit(takes ? GatedWriteStage.PutBack : GatedWriteStage.Remove);
        }),
        new(
            "Publish",
            "New-SigmaReleasePlan $models prod -Name Base | Publish-SigmaReleasePlan -AllowRemoval -SkipValidation -RunPath $runs ",
            (stage, takes) => stage.WriteFolder(takes))
        {
            ErrorId = "SigmaReleaseIncomplete",
        },
        new("Publish and prune", "New-SigmaReleasePlan $models prod | Publish-SigmaReleasePlan -Prune -RunPath $runs ", (stage, takes) =>
        {
            stage.WriteFolder(null);
            stage.Server.Organization.AddModel(
                JsonNode.Parse(
                    Consumer.Over(
                        "66666666-6666-4666-8666-666666666666",
                        Consumer.Base,
                        "ord",
                        "o",
                        "Orphan",
                        """{"id":"q","formula":"[Orders/Amount]"}"""))!,
                null,
                GatedWriteStage.Folder);
            if (takes)
            {
                stage.AddBook("Over the orphan", Consumer.Column("c8", "[Orphan/Amount]"), "o", "66666666-6666-4666-8666-666666666666");
            }
        })
        {
            ErrorId = "SigmaReleaseIncomplete",
            CanKeep = false,
            Broken = ["c8"],
        },
        new(
            "Publish and tag",
            "New-SigmaReleasePlan $models prod -Name Base | Publish-SigmaReleasePlan -Tag Stable -RunPath $runs ",
            (stage, takes) =>
            {
                stage.Tag(takes);
                stage.WriteFolder(null);
            })
        {
            ErrorId = "SigmaReleaseIncomplete",
            Broken = ["t1"],
        },
        new("Undo a release", "Undo-SigmaRelease -Last -RunPath $runs -AllowRemoval -SkipValidation -PassThru ", (stage, takes) =>
        {
            stage.Edit(takes ? GatedWriteStage.Take : GatedWriteStage.Add);
            stage.WriteFolder(null, with: takes ? GatedWriteStage.PutBack : GatedWriteStage.Remove);
            stage
                .Shell.Run(
                    "New-SigmaReleasePlan $models prod -Name Base | Publish-SigmaReleasePlan -AllowRemoval -AllowBreak -IgnoreConflict "
                        + "-SkipValidation -RunPath $runs -Confirm:$false"
                )
                .MustSucceed();
        }),
        new("Remove", $"Remove-SigmaDataModel {Consumer.Base} -PassThru ", (_, _) => { })
        {
            CanKeep = false,
            Broken = ["c1", "c5", "x", "y"],
        },
        new("Tag", $"Add-SigmaDataModelTag {Consumer.Base} Stable ", (stage, takes) => stage.Tag(takes))
        {
            HasResult = false,
            Broken = ["t1"],
        },
    ];

    public override string ToString() => Name;
}
