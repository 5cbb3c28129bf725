namespace SigmaPS.Commands;

/// <content>The errors of releases.</content>
internal static partial class CommandErrors
{
    public static Core.Diagnostics.SigmaEngineException NoEnvironment(string file) =>
        Invalid($"No environment given. Use -Environment with the name of an environment in '{file}'.");

    public static Core.Diagnostics.SigmaEngineException NoRehearsalOfPlan() =>
        Invalid("-FolderId needs -Rehearse. Without it, the command does not create scratch models.");

    public static Core.Diagnostics.SigmaEngineException NoPlan() =>
        Invalid("No plan given. Pipe one in, or specify a saved plan with -Path.");

    public static Core.Diagnostics.SigmaEngineException RunsAmongModels(string runs) =>
        new(
            Core.Diagnostics.ErrorCode.InvalidArgument,
            $"-RunPath '{runs}' is in the folder of models, so its backups would be read as models. "
                + "Specify another folder, or omit -RunPath.")
        {
            Target = runs,
        };

    public static Core.Diagnostics.SigmaEngineException NoRunFile() =>
        Invalid("No run given. Use -RunFile with the folder of a run, or -Last.");

    public static Core.Diagnostics.SigmaEngineException NotLast() =>
        Invalid("No run given. Use -Last, or -RunFile with the folder of a run.");

    public static Core.Diagnostics.SigmaEngineException RunOfOtherOrganization(Core.Release.RunFile run, string organizationId) =>
        new(
            Core.Diagnostics.ErrorCode.WrongOrganization,
            $"'{run.Location}' is a run in organization {run.Organization}, "
                + $"and the session is connected to organization {organizationId}. Connect to the organization of the run, or "
                + "specify its session with -Session.")
        {
            Target = run.Location,
        };
}
