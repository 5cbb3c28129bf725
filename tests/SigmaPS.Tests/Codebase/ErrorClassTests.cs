using System;
using System.IO;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Codebase;

/// <summary>The texts of errors are in one class per namespace, so that one place shows how a command speaks.</summary>
public sealed class ErrorClassTests
{
    private const string Error = "SigmaPS.Core.Diagnostics.SigmaEngineException";

    private static string Thin => Path.Combine(Repository.CoreBin, "SigmaPS.dll");

    [Fact]
    public void Errors_are_created_only_in_one_class_of_each_namespace()
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(Thin);
        TypeDefinition[] creators = [.. module.Types.Where(Creates)];
        Assert.True(creators.Length >= 5, "too little was looked at");
        Assert.Equal([], creators.Select(type => type.FullName).Where(name => !name.EndsWith("Errors", StringComparison.Ordinal)));
        Assert.Equal(creators.Length, creators.Select(type => type.Namespace).Distinct().Count());
    }

    private static bool Creates(TypeDefinition type) =>
        type.NestedTypes.Any(Creates) || type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions)
            .Any(step => step.OpCode == OpCodes.Newobj && step.Operand is MethodReference made && made.DeclaringType.FullName == Error);
}
