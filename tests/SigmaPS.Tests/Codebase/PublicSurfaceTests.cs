using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Codebase;

public sealed class PublicSurfaceTests : ShellTest
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] Common = [.. PSCmdlet.CommonParameters];

    [Fact]
    public void Manifest_exports_exactly_the_assembly_s_cmdlets() =>
        Assert.Equal(
            Cmdlets().Select(NameOf).Order(),
            Run("(Test-ModuleManifest '" + Repository.Manifest + "').ExportedCmdlets.Keys").Texts.Order());

    [Fact]
    public void No_public_type_shows_a_type_of_the_engine_or_of_a_package()
    {
        foreach (Type type in Thin.GetExportedTypes())
        {
            IEnumerable<Type> shown = Ancestors(type)
                .Concat(type.GetInterfaces())
                .Concat(
                    Visible(type.GetMembers(Declared | BindingFlags.NonPublic)))
                .SelectMany(Parts);
            Assert.Equal([], shown.Distinct().Where(t => !IsAllowed(t)).Select(t => $"{type} shows {t}"));
        }
    }

    [Fact]
    public void Every_cmdlet_declares_its_output_and_has_help()
    {
        foreach (Type cmdlet in Cmdlets())
        {
            Assert.NotEmpty(cmdlet.GetCustomAttributes<OutputTypeAttribute>());
            Assert.EndsWith(NameOf(cmdlet).Replace("-", "", StringComparison.Ordinal) + "Command", cmdlet.Name);
        }
    }

    [Fact]
    public void Every_parameter_of_every_cmdlet_matters_in_a_test()
    {
        HashSet<string> tested =
        [
            .. typeof(PublicSurfaceTests)
                .Assembly.GetTypes()
                .SelectMany(type => type.GetMethods(Declared))
                .Where(method => method.IsDefined(typeof(CoversParameterAttribute)))
                .SelectMany(method => method.GetCustomAttributes<CoversParameterAttribute>())
                .SelectMany(matters => matters.Parameters.Select(parameter => matters.Cmdlet + " -" + parameter)),
        ];
        HashSet<string> all = [.. Cmdlets().SelectMany(cmdlet => Parameters(cmdlet).Select(parameter => $"{NameOf(cmdlet)} -{parameter}"))];
        Assert.Equal([], all.Except(tested));
        Assert.Equal([], tested.Except(all));
    }

    [Fact]
    public void No_cmdlet_can_hang_on_a_prompt()
    {
        Assert.DoesNotContain(
            Cmdlets()
                .SelectMany(cmdlet => cmdlet.GetProperties())
                .SelectMany(property => property.GetCustomAttributes<ParameterAttribute>()),
            parameter => parameter.Mandatory);
        Assert.DoesNotContain(
            Directory.GetFiles(Path.Combine(Repository.Root, "src", "SigmaPS"), "*.cs", SearchOption.AllDirectories),
            file => File.ReadAllText(file).Contains("ShouldContinue(", StringComparison.Ordinal));
    }

    [Fact]
    public void Alias_Id_binds_by_property_only_where_the_value_is_checked_first()
    {
        foreach (
            PropertyInfo property in Cmdlets()
                .SelectMany(cmdlet => cmdlet.GetProperties())
                .Where(property => property.GetCustomAttribute<AliasAttribute>()?.AliasNames.Contains("Id") == true))
        {
            ParameterAttribute[] sets = [.. property.GetCustomAttributes<ParameterAttribute>()];
            bool isChecked =
                property.GetCustomAttributes().Any(attribute => attribute.GetType().Name == "DataModelIdAttribute")
                && sets.All(set => set.ValueFromPipeline);
            Assert.True(isChecked || !sets.Any(set => set.ValueFromPipelineByPropertyName), $"{property.DeclaringType} {property.Name}");
        }
    }

    [Fact]
    public void No_spec_is_bound_by_a_path_property()
    {
        foreach (PropertyInfo property in Cmdlets().SelectMany(cmdlet => cmdlet.GetProperties()))
        {
            Assert.False(
                property.Name is "Path"
                    && property.GetCustomAttributes<ParameterAttribute>().Any(parameter => parameter.ValueFromPipelineByPropertyName));
        }
    }

    [Fact]
    public void Every_async_void_and_every_wait_outside_the_bridge_is_absent()
    {
        string[] waits = [".Wait()", ".Result;", ".Result)", "GetAwaiter().GetResult()", "async void"];
        IEnumerable<string> found = Directory
            .GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                file.Contains("SigmaPS.Core", StringComparison.Ordinal)
                || file.Contains(Path.Combine("src", "SigmaPS") + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Where(file => !file.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Where(file => waits.Any(File.ReadAllText(file).Contains))
            .Select(file => Path.GetFileName(file)!);
        Assert.Equal(["SigmaCmdlet.cs"], found);
    }

    // Looked for once: the rules ask for it for each type that they see. The shell has loaded it before.
    private static Assembly Thin => field ??= AppDomain.CurrentDomain.GetAssemblies().Single(a => a.GetName().Name == "SigmaPS");

    private static IEnumerable<Type> Cmdlets() =>
        Thin.GetExportedTypes().Where(type => type.GetCustomAttribute<CmdletAttribute>() is not null);

    private static string NameOf(Type cmdlet) =>
        cmdlet.GetCustomAttribute<CmdletAttribute>() is { } name ? $"{name.VerbName}-{name.NounName}" : "";

    private static IEnumerable<string> Parameters(Type cmdlet)
    {
        IEnumerable<string> own = cmdlet
            .GetProperties()
            .Where(property => property.GetCustomAttributes<ParameterAttribute>().Any())
            .Select(property => property.Name);
        return (cmdlet.GetCustomAttribute<CmdletAttribute>()!.SupportsShouldProcess ? own.Append("WhatIf").Append("Confirm") : own).Except(
            Common);
    }

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (Type? t = type.BaseType; t is not null; t = t.BaseType)
        {
            yield return t;
        }
    }

    // Public and protected: the members that a user's class or script can see.
    private static IEnumerable<Type> Visible(IEnumerable<MemberInfo> members) =>
        members.SelectMany(member =>
            member switch
            {
                MethodBase { IsPublic: true } or MethodBase { IsFamily: true } or MethodBase { IsFamilyOrAssembly: true } => (
                    (MethodBase)member)
                    .GetParameters()
                    .Select(p => p.ParameterType)
                    .Append((member as MethodInfo)?.ReturnType ?? typeof(void)),
                FieldInfo { IsPublic: true } field => [field.FieldType],
                EventInfo e => [e.EventHandlerType!],
                _ => [],
            });

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type)
        : type.HasElementType ? Parts(type.GetElementType()!)
        : [type];

    private static bool IsAllowed(Type type) => type.Assembly == Thin
        || type.Assembly == typeof(PSObject).Assembly
        || type.Assembly.GetName().Name!.StartsWith("System.", StringComparison.Ordinal);
}
