namespace SigmaPS.Commands;

/// <content>The errors of versions: of a comparison, a history or an undo.</content>
internal static partial class CommandErrors
{
    public static Core.Diagnostics.SigmaEngineException NoModelToCompare() =>
        Invalid("No data model given. Use -DataModelId with the model whose versions are compared.");

    public static Core.Diagnostics.SigmaEngineException NoVersionToCompare() =>
        Invalid("No version given. Use -ReferenceVersion; to list versions, run Get-SigmaDataModelVersion.");

    public static Core.Diagnostics.SigmaEngineException NoSpecToCompare() =>
        Invalid(
            "No spec given. Pipe one in, or use -Spec, -ReferenceSpec with -DifferenceSpec, -ReferencePath with -DifferencePath, "
                + "or -DataModelId with -ReferenceVersion.");

    public static Core.Diagnostics.SigmaEngineException NoOriginal() =>
        new(
            Core.Diagnostics.ErrorCode.SpecNoBase,
            "The spec cannot be compared with its original, because that is unknown. Only objects of Get-SigmaDataModelSpec or "
                + "Import-SigmaDataModelSpec from this process have one. Specify both sides with -ReferenceSpec and -DifferenceSpec.");

    public static Core.Diagnostics.SigmaEngineException NoSide(string side) =>
        Invalid($"One side is missing. Use -{side}Spec or -{side}Path.");

    public static Core.Diagnostics.SigmaEngineException TwoSides(string side) => Invalid($"Use only one of -{side}Spec or -{side}Path.");

    public static Core.Diagnostics.SigmaEngineException TwoDifferences() =>
        Invalid("Use only one of -DifferenceVersion, -DifferenceSpec or -DifferencePath.");

    public static Core.Diagnostics.SigmaEngineException FutureSince() =>
        Invalid("-Since is in the future. Use a date in the past.");

    public static Core.Diagnostics.SigmaEngineException NoModelAndNoTime() =>
        Invalid(
            "No data model and no time given. Use -Since for all data models, for example: Get-SigmaChange -Since 7d. "
                + "For one data model, use -DataModel.");

    public static Core.Diagnostics.SigmaEngineException NotOneModel(int count, string parameter)
    {
        var given = count == 0 ? "No data model" : "More than one data model";
        return Invalid($"{given} given. With {parameter}, use -DataModel with one data model.");
    }

    public static Core.Diagnostics.SigmaEngineException NoElementOfItem() =>
        Invalid("No element given. Use -Element with the element that contains the column or metric.");

    public static Core.Diagnostics.SigmaEngineException TwoItems() => Invalid("Use either -Column or -Metric, not both.");

    public static Core.Diagnostics.SigmaEngineException NoModelToUndo() =>
        Invalid("No data model given. Use -DataModel, or pipe the output of Get-SigmaChange in.");

    public static Core.Diagnostics.SigmaEngineException NoVersionToUndo() =>
        Invalid("No version given. Use -Version, or pipe the output of Get-SigmaChange in.");

    public static Core.Diagnostics.SigmaEngineException FirstVersionTooHigh() =>
        Invalid("-FirstVersion is higher than -Version. Use the older version as -FirstVersion.");

    public static Core.Diagnostics.SigmaEngineException NoModelToRestore() =>
        Invalid("No data model given. Use -DataModelId, or a file with -Path.");

    public static Core.Diagnostics.SigmaEngineException NoVersionToRestore() =>
        Invalid("No version given. Use -DocumentVersion; to list versions, run Get-SigmaDataModelVersion.");
}
