using System;
using System.Collections;
using System.Linq;
using System.Reflection;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Codebase;

/// <summary>docs/errors.md describes every error as the module raises it.</summary>
public sealed class ErrorTableTests
{
    [Fact]
    public void Document_and_module_have_the_same_rows()
    {
        using Shell shell = Shell.Borrow();
        shell.Run("try { Get-SigmaDataModel } catch { }");
        Assembly thin = AppDomain.CurrentDomain.GetAssemblies().Single(a => a.GetName().Name == "SigmaPS");
        IDictionary rows = (IDictionary)
            thin.GetType("SigmaPS.Errors.ErrorTable")!.GetProperty("All", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        string[] module = [.. rows.Keys.Cast<object>().Select(kind => Row("Sigma" + kind, rows[kind]!))];
        string[] document =
        [
            .. Repository
                .Read("docs", "errors.md")
                .Split('\n')
                .Where(line => line.StartsWith("| Sigma", StringComparison.Ordinal))
                .Select(line => line.Split('|'))
                .Select(cells => string.Join(" | ", cells[1].Trim(), cells[2].Trim(), cells[3].Trim(), cells[5].Trim())),
        ];
        Assert.Equal(module.Order(), document.Order());
        Assert.Equal(Enum.GetValues(rows.Keys.Cast<object>().First().GetType()).Length, module.Length);
    }

    private static string Row(string id, object row) =>
        string.Join(" | ", id, Value(row, "Category"), (bool)Value(row, "IsTerminating") ? "yes" : "no", Value(row, "Action"));

    private static object Value(object row, string name) => row.GetType().GetProperty(name)!.GetValue(row)!;
}
