using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using System.Xml.Linq;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Loading;

/// <summary>
/// The packages: the zip that Azure Automation imports, the nupkg for a gallery, and the licenses of their contents.
/// </summary>
public sealed class PackageTests : IAsyncLifetime
{
    private const long LargestPackage = 5 * 1024 * 1024;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sigmaps-");

    public async Task InitializeAsync()
    {
        using Process packing = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    "msbuild",
                    Path.Combine(Repository.Root, "module", "Pack.proj"),
                    "-nologo",
                    "-nodeReuse:false",
                    $"-p:PackageFolder={_folder.FullName}/",
                ])
            {
                RedirectStandardOutput = true,
            })!;
        string said = await packing.StandardOutput.ReadToEndAsync();
        await packing.WaitForExitAsync();
        Assert.True(packing.ExitCode == 0, said);
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public void Zip_for_Automation_has_the_name_of_the_module_and_its_folder_at_the_root() =>
        Assert.Equal(Staged().Select(file => "SigmaPS/" + file), Entries(Path.Combine(_folder.FullName, "SigmaPS.zip")));

    [Fact]
    public void Package_for_a_gallery_contains_the_module_and_the_required_metadata()
    {
        string version = Path.GetFileName(Repository.Module.TrimEnd('/'));
        string file = Path.Combine(_folder.FullName, "feed", $"SigmaPS.{version}.nupkg");
        Assert.Equal(
            Staged().Concat(["SigmaPS.nuspec", "[Content_Types].xml", "_rels/.rels"]).Order(StringComparer.Ordinal),
            Entries(file));
        using ZipArchive zip = ZipFile.OpenRead(file);
        XElement metadata = Read(zip, "SigmaPS.nuspec").Elements().Single();
        Dictionary<string, string> said = metadata.Elements().ToDictionary(element => element.Name.LocalName, element => element.Value);
        Assert.Equal(("SigmaPS", version), (said["id"], said["version"]));
        Assert.Contains("a model's code representation", said["description"]);
        string[] commands =
        [
            .. Regex
                .Matches(File.ReadAllText(Repository.Manifest), "'([A-Z][a-zA-Z]+-Sigma[A-Za-z]*)'")
                .Select(match => match.Groups[1].Value),
        ];
        string[] tags = said["tags"].Split(' ');
        Assert.True(commands.Length > 30);
        Assert.Equal(
            [],
            commands
                .SelectMany(command => new[] { "PSCmdlet_" + command, "PSCommand_" + command })
                .Append("PSModule")
                .Append("PSEdition_Desktop")
                .Append("PSEdition_Core")
                .Except(tags));
        Assert.All(tags, tag => Assert.Matches("^[A-Za-z_-]+$", tag));
        string[] types = [.. Read(zip, "[Content_Types].xml").Elements().Select(part => "." + part.Attribute("Extension")!.Value)];
        Assert.All(zip.Entries.Where(entry => entry.Name != "[Content_Types].xml"), entry =>
            Assert.Contains(Path.GetExtension(entry.Name), types));
    }

    [Fact]
    public void Packages_stay_small() =>
        Assert.All(_folder.GetFiles("*", SearchOption.AllDirectories), file => Assert.InRange(file.Length, 1024 * 1024, LargestPackage));

    [Fact]
    public void Every_library_that_is_not_ours_has_its_license_in_the_module()
    {
        string notices = File.ReadAllText(Path.Combine(Repository.Module, "ThirdPartyNotices.txt"));
        string[] patterns =
        [
            .. Regex
                .Matches(notices, "(?m)^Files: (.*)$")
                .SelectMany(match => match.Groups[1].Value.Split(", "))
                .Select(name => "^" + Regex.Escape(name.Trim()).Replace("\\*", ".*", StringComparison.Ordinal) + "$"),
        ];
        string[] libraries =
        [
            .. Directory
                .GetFiles(Repository.Module, "*.dll", SearchOption.AllDirectories)
                .Select(file => Path.GetFileName(file)!)
                .Where(name => !name.StartsWith("SigmaPS", StringComparison.Ordinal))
                .Distinct(),
        ];
        Assert.All(libraries, library => Assert.Contains(patterns, pattern => Regex.IsMatch(library, pattern)));
        Assert.All(patterns, pattern => Assert.Contains(libraries, library => Regex.IsMatch(library, pattern)));
        Assert.Contains("Permission is hereby granted, free of charge", notices);
        Assert.Contains("Redistributions in binary form must reproduce", notices);
    }

    private static XElement Read(ZipArchive zip, string name)
    {
        using Stream stream = zip.GetEntry(name)!.Open();
        return XElement.Load(stream);
    }

    private static IEnumerable<string> Staged() =>
        Directory
            .GetFiles(Repository.Module, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Module, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Entries(string file)
    {
        using ZipArchive zip = ZipFile.OpenRead(file);
        return [.. zip.Entries.Where(entry => entry.Name.Length > 0).Select(entry => entry.FullName).Order(StringComparer.Ordinal)];
    }
}
