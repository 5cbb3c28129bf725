using System;
using System.Linq;
using System.Reflection;

namespace SigmaPS.Tests.Specs;

/// <summary>Text to what PowerShell sees and back, through the staged module's own code; it has no public door.</summary>
internal static class NodeText
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    public static string RoundTrip(string text)
    {
        Assembly thin = AppDomain.CurrentDomain.GetAssemblies().Single(a => a.GetName().Name == "SigmaPS");
        try
        {
            object? value = thin.GetType("SigmaPS.SpecNodeBuilder")!.GetMethod("ReadValue", Any)!.Invoke(null, [text]);
            object tree = thin.GetType("SigmaPS.PSObjectJsonReader")!.GetMethod("From", Any)!.Invoke(null, [value])!;
            MethodInfo write = tree.GetType().Assembly.GetType("SigmaPS.Core.Spec.SpecFile")!.GetMethod("Text", Any)!;
            return (string)write.Invoke(null, [tree, Enum.ToObject(write.GetParameters()[1].ParameterType, 0)])!;
        }
        catch (TargetInvocationException e) when (e.InnerException is { } inner)
        {
            throw new InvalidOperationException(inner.Message, inner);
        }
    }
}
