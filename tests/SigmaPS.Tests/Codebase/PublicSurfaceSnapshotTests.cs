using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Codebase;

/// <summary>The surface that users' scripts depend on, in a file: a change of it is in the diff, and is a line of the changelog.</summary>
public sealed class PublicSurfaceSnapshotTests : ShellTest
{
    [Fact]
    public void Public_surface_is_the_one_in_docs_public_surface_txt()
    {
        string path = Path.Combine(Repository.Root, "docs", "public-surface.txt");
        string now = string.Join('\n', Lines()) + "\n";
        string known = File.Exists(path) ? File.ReadAllText(path) : "";
        if (known != now && Environment.GetEnvironmentVariable("SIGMAPS_ACCEPT_SURFACE") == "1")
        {
            File.WriteAllText(path, now);
            return;
        }

        string[] gone = [.. known.Split('\n').Except(now.Split('\n')).Select(line => "- " + line)];
        string[] come = [.. now.Split('\n').Except(known.Split('\n')).Select(line => "+ " + line)];
        Assert.True(
            known == now,
            "The public surface has changed. Run the tests once with SIGMAPS_ACCEPT_SURFACE=1 if that is meant, and tell it in the "
                + $"changelog:\n{string.Join('\n', gone.Concat(come))}"
        );
    }

    private IEnumerable<string> Lines()
    {
        Assembly module = (Assembly)
            ((PSObject)Run("(Get-Command Connect-Sigma).ImplementingType.Assembly").MustSucceed().Output.Single()!).BaseObject;
        foreach (
            Type cmdlet in module
                .GetExportedTypes()
                .Where(type => type.GetCustomAttribute<CmdletAttribute>() is not null)
                .OrderBy(Name, StringComparer.Ordinal))
        {
            yield return $"{Name(cmdlet)} -> "
                + $"{string.Join(
                    ", ",
                    cmdlet
                        .GetCustomAttributes<OutputTypeAttribute>()
                        .SelectMany(output => output.Type)
                        .Select(output => output.Name)
                        .Distinct())}";
            foreach (
                PropertyInfo parameter in cmdlet
                    .GetProperties()
                    .Where(property => property.GetCustomAttributes<ParameterAttribute>().Any())
                    .OrderBy(property => property.Name, StringComparer.Ordinal))
            {
                string sets = string.Join(
                    ", ",
                    parameter
                        .GetCustomAttributes<ParameterAttribute>()
                        .OrderBy(set => set.ParameterSetName, StringComparer.Ordinal)
                        .Select(set =>
                            $"{(set.ParameterSetName == ParameterAttribute.AllParameterSets ? "all" : set.ParameterSetName)}"
                                + $"{(set.Position >= 0 ? " position " + set.Position : "")}"
                                + $"{(set.ValueFromPipeline ? " by value" : "")}"
                                + $"{(set.ValueFromPipelineByPropertyName ? " by name" : "")}"
                        ));
                string aliases = string.Concat(
                    parameter.GetCustomAttributes<AliasAttribute>().SelectMany(alias => alias.AliasNames).Select(alias => " alias " + alias)
                );
                yield return $"  -{parameter.Name} {Type(parameter.PropertyType)}{aliases} ({sets})";
            }
        }

        foreach (
            Type type in module
                .GetExportedTypes()
                .Where(type =>
                    type.Namespace == "SigmaPS" && type.GetCustomAttribute<System.ComponentModel.EditorBrowsableAttribute>() is null)
                .OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            yield return type.FullName!;
            IEnumerable<string> members = type.IsEnum
                ? Enum.GetNames(type)
                : type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                    .Select(property =>
                        $"{property.Name} {Type(property.PropertyType)}{(property.SetMethod is { IsPublic: true } ? " settable" : "")}")
                    .Order(StringComparer.Ordinal);
            foreach (string member in members)
            {
                yield return "  " + member;
            }
        }
    }

    private static string Name(Type cmdlet) =>
        cmdlet.GetCustomAttribute<CmdletAttribute>() is { } name ? $"{name.VerbName}-{name.NounName}" : cmdlet.Name;

    private static string Type(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? Type(inner) + "?" : type.Name;
}
