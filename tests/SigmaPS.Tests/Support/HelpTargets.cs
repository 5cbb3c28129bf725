using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace SigmaPS.Tests.Support;

/// <summary>Runs a target of module/Help.targets with the documents of another folder, as the build does with ours.</summary>
internal static class HelpTargets
{
    /// <summary>Runs it.</summary>
    /// <param name="target">The target.</param>
    /// <param name="folder">The folder that takes the place of the repository's; its help goes to the folder "staged".</param>
    /// <param name="code">The beginning of the error codes to return.</param>
    /// <returns>The exit code, and the lines with such an error.</returns>
    public static async Task<(int ExitCode, string[] Errors)> RunAsync(string target, DirectoryInfo folder, string code)
    {
        string[] arguments =
        [
            "msbuild",
            Path.Combine(Repository.Root, "module", "Help.targets"),
            $"-t:{target}",
            "-nologo",
            "-nodeReuse:false",
            "-p:TargetFramework=net8.0",
            $"-p:RepositoryRoot={folder.FullName}/",
            $"-p:StagedModule={folder.FullName}/staged/",
            $"-p:IntermediateOutputPath={folder.FullName}/{Guid.NewGuid()}/",
        ];
        using Process build = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        string output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        return (
            build.ExitCode,
            [
                .. output
                    .Split('\n')
                    .Where(line => line.Contains($"error {code}", StringComparison.Ordinal))
                    .Select(line => line.Trim())
                    .Distinct(),
            ]);
    }
}
