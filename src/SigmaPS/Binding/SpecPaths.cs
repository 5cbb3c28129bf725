using System;
using System.Management.Automation;

namespace SigmaPS.Binding;

/// <summary>The spec files of the paths that a person gives: files, folders and wildcards.</summary>
internal static class SpecPaths
{
    /// <summary>Passes each spec file of a path to a callback. An error of one file or folder does not stop the others.</summary>
    /// <remarks>A path must lead to a spec. A folder from the pipeline may be one of several, so it may be empty.</remarks>
    /// <param name="cmdlet">The cmdlet, for its location and input.</param>
    /// <param name="path">The path as given.</param>
    /// <param name="literal">Whether wildcards are plain characters.</param>
    /// <param name="run">Runs an action and reports its error for a target.</param>
    /// <param name="take">Receives the full path of a file.</param>
    public static void ForEachFile(PSCmdlet cmdlet, string path, bool literal, Action<object?, Action> run, Action<string> take)
    {
        var found = PathResolver.Resolve(cmdlet, new[] { path }, literal);
        var empty = 0;
        foreach (var one in found)
        {
            run(one, () =>
            {
                var files = Core.Files.SpecFolder.Files(one);
                empty += files.Count == 0 ? 1 : 0;
                foreach (var file in files)
                {
                    run(file, () => take(file));
                }
            });
        }

        if (empty == found.Count && !cmdlet.MyInvocation.ExpectingInput)
        {
            throw BindingErrors.NoSpecIn(path);
        }
    }
}
