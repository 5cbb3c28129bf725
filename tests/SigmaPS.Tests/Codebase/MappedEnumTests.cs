using System;
using System.Linq;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Codebase;

/// <summary>The module converts the enums of the engine by name, so each pair has the same members.</summary>
public sealed class MappedEnumTests
{
    [Fact]
    public void Enum_of_the_module_has_the_members_of_the_engine()
    {
        using Shell shell = Shell.Borrow();
        shell.Run("try { Get-SigmaDataModel } catch { }");
        Type[] thin = Enums("SigmaPS"), engine = Enums("SigmaPS.Core");
        var pairs = thin.SelectMany(own =>
                engine.Where(other => other.Name == own.Name || "Spec" + other.Name == own.Name).Select(other => (own, other)))
            .ToList();
        Assert.Equal(
            ["ExportStatus", "ReleaseAction", "SpecIssueSeverity"],
            pairs.Select(pair => pair.own.Name).Order(StringComparer.Ordinal));
        Assert.All(pairs, pair => Assert.Equal(Enum.GetNames(pair.other).Order(), Enum.GetNames(pair.own).Order()));
    }

    private static Type[] Enums(string assembly) => [.. AppDomain.CurrentDomain.GetAssemblies().First(a => a.GetName().Name == assembly)
        .GetTypes().Where(type => type is { IsEnum: true, IsNested: false })];
}
