namespace SigmaPS.Commands;

/// <content>The errors of data models and specs.</content>
internal static partial class CommandErrors
{
    public static Core.Diagnostics.SigmaEngineException NoModel() =>
        Invalid("No data model given. Use -DataModelId, or pipe data models in.");

    public static Core.Diagnostics.SigmaEngineException NoPipedModel() => Invalid("No data model given. Pipe data models in.");

    public static Core.Diagnostics.SigmaEngineException NoModelToShow() =>
        Invalid(
            "No data model given. Use -DataModel with a name, an ID or an address, pipe data models or specs in, or use -Path "
                + "or -LiteralPath.");

    public static Core.Diagnostics.SigmaEngineException NoModelOfUsage() =>
        Invalid("No data model given. Use -DataModel, or pipe data models, columns or changes in.");

    public static Core.Diagnostics.SigmaEngineException EmptyModelId() =>
        Invalid("-DataModelId is empty. Check the variable that you pass; to search all data models, omit -DataModelId.");

    public static Core.Diagnostics.SigmaEngineException NoChange() =>
        Invalid("No change given. Use -Name (not blank), -Description, -FolderId or -Owner.");

    public static Core.Diagnostics.SigmaEngineException ModelArchived(string name, string dataModelId) =>
        new(
            Core.Diagnostics.ErrorCode.ModelArchived,
            $"\"{name}\" ({dataModelId}) is in the trash. To restore it, run: Restore-SigmaDataModel {dataModelId}.")
        {
            Target = dataModelId,
        };

    public static Core.Diagnostics.SigmaEngineException NoTag() => Invalid("No tag given. Use -Tag.");

    public static Core.Diagnostics.SigmaEngineException SecondModel(string given) =>
        Invalid(
            $"The data models come from the pipeline, and '{given}' names another one. Use the pipeline or -DataModelId, and -Tag for "
                + "the tag.");

    public static Core.Diagnostics.SigmaEngineException NoFolderOfCopy(string original) =>
        Invalid(
            $"The folder of \"{original}\" is unknown, because Sigma did not return it. Specify the folder of the copy with -FolderId.");

    public static Core.Diagnostics.SigmaEngineException BlankName() =>
        Invalid("-Name is blank. Specify a name for the new model, or omit -Name to use the name in the spec.");

    public static Core.Diagnostics.SigmaEngineException NoNameInSpec(string label) =>
        new(Core.Diagnostics.ErrorCode.InvalidSpec, $"{label} does not contain a name for the new model. Use -Name.");

    public static Core.Diagnostics.SigmaEngineException NoSpec() => Invalid("No spec given. Pipe one in, or use -Spec.");

    public static Core.Diagnostics.SigmaEngineException NoSpecFile() => Invalid("No file or folder given. Use -Path or -LiteralPath.");

    public static Core.Diagnostics.SigmaEngineException NoMapping() =>
        Invalid("No mapping given. Use -ConnectionMap, -PathMap, or both.");

    public static Core.Diagnostics.SigmaEngineException SafeElement() =>
        Invalid(
            "-Safe is not possible for an element. A consumer reads an element by its ID and names it in its formulas, "
                + "so a second element for the other name needs another ID. Workbooks and reports that use the ID would lose the element. "
                + "Rename without -Safe: the plan names the consumers.");

    public static Core.Diagnostics.SigmaEngineException NothingTested() =>
        new(
            Core.Diagnostics.ErrorCode.FileFailed,
            "No spec was tested: the input contains no spec file and no spec. Check the path, or the command in front of this one.");

    public static Core.Diagnostics.SigmaEngineException NoScratchFolder() =>
        Invalid("-Rehearse needs a folder for the scratch model. Add -FolderId; list folders with: Get-SigmaFile -Type folder.");

    public static Core.Diagnostics.SigmaEngineException NoRehearsal() =>
        Invalid("-FolderId needs -Rehearse. Without it, the command does not create a scratch model.");
}
