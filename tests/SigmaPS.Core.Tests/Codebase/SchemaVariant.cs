using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Mono.Cecil;
using Mono.Cecil.Cil;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Tests.Codebase;

/// <summary>
/// The engine as it would be with other rows in its schema table: a copy of the assembly in which that one text is edited.
/// </summary>
internal sealed class SchemaVariant : IDisposable
{
    private readonly AssemblyLoadContext _context = new("a schema with other rows", isCollectible: true);
    private readonly Assembly _engine;

    /// <summary>Loads the copy.</summary>
    /// <param name="edits">The texts to replace in the rows, and their replacements.</param>
    public SchemaVariant(params (string Old, string New)[] edits)
    {
        string rows = SchemaTable.Rows;
        foreach ((string old, string replacement) in edits)
        {
            Xunit.Assert.Contains(old, rows, StringComparison.Ordinal);
            rows = rows.Replace(old, replacement, StringComparison.Ordinal);
        }

        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(typeof(SpecDocument).Assembly.Location);
        Instruction[] places = [.. assembly.MainModule.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions).Where(instruction => instruction.Operand is SchemaTable.Rows)];
        Xunit.Assert.Single(places).Operand = rows;
        using MemoryStream copy = new();
        assembly.Write(copy);
        copy.Position = 0;
        _engine = _context.LoadFromStream(copy);
    }

    /// <summary>The issues that validation finds: rule and place.</summary>
    public IReadOnlyList<string> Validate(string text)
    {
        dynamic issues = Call("Spec.Validation.SpecValidator", "Validate", Parse(text), null)!;
        return [.. ((IEnumerable<object>)issues).Select(issue => $"{Get(issue, "RuleId")} {Get(issue, "Pointer")}")];
    }

    /// <summary>The changes that a comparison finds: change, kind, last name and property.</summary>
    public (IReadOnlyList<string> Changes, IReadOnlyList<string> RenewedIds) Compare(string old, string now)
    {
        object comparison = Call("Spec.Diff.SpecDiff", "Compare", Parse(old), Parse(now))!;
        var changes = ((IEnumerable<object>)Get(comparison, "Changes")!).Select(change =>
        {
            string name = ((IEnumerable<string>)Get(change, "Names")!).Last();
            return $"{Get(change, "Change")} {Get(change, "Kind")} {name} {Get(change, "Property")}".TrimEnd();
        });
        var renewed = ((IEnumerable<KeyValuePair<string, string>>)Get(comparison, "RenewedIds")!).Select(pair =>
            $"{pair.Key}>{pair.Value}");
        return ([.. changes], [.. renewed]);
    }

    /// <summary>The text of a spec in the IDs of another one.</summary>
    public string InIdsOf(string text, string other)
    {
        object document = Call("Spec.Diff.SpecDiff", "InIdsOf", Parse(text), Parse(other))!;
        return (string)document.GetType().GetMethod("ToText")!.Invoke(document, null)!;
    }

    /// <summary>The JSON schema for editors.</summary>
    public string JsonSchema() =>
        (string)_engine.GetType("SigmaPS.Core.Spec.SpecJsonSchema", throwOnError: true)!.GetMethod("Write")!.Invoke(null, null)!;

    /// <summary>Whether the loss of an item, and of its ID, is refused.</summary>
    public (bool OfItem, bool OfId) ProtectsLoss(string kind) => (
        (bool)Call("Writing.ProtectedItems", "IsProtected", kind)!, (bool)Call("Writing.ProtectedItems", "HasUsedId", kind)!);

    /// <inheritdoc/>
    public void Dispose() => _context.Unload();

    private object Parse(string text) => Call("Spec.SpecDocument", "Parse", text, "The spec")!;

    private object? Call(string type, string method, params object?[] arguments) =>
        _engine
            .GetType("SigmaPS.Core." + type, throwOnError: true)!
            .GetMethods()
            .Single(m =>
                m.Name == method
                && m.GetParameters().Length == arguments.Length
                && m.GetParameters()[0].ParameterType.IsInstanceOfType(arguments[0]))
            .Invoke(null, arguments);

    private static object? Get(object owner, string property) => owner.GetType().GetProperty(property)!.GetValue(owner);
}
