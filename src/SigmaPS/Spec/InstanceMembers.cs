using System;
using System.Linq.Expressions;
using System.Management.Automation;
using System.Reflection;

namespace SigmaPS;

/// <summary>Tells in nanoseconds whether anything was added to an object with Add-Member; to list what was added costs a thousand times as much.</summary>
/// <remarks>
/// The engine has this question as PSObject.HasInstanceMembers, in Windows PowerShell and PowerShell 7 alike, but not in public. Where it is not found
/// the answer is "perhaps", which is slow and right:
/// https://github.com/PowerShell/PowerShell/blob/master/src/System.Management.Automation/engine/MshObject.cs
/// </remarks>
internal static class InstanceMembers
{
    private static readonly Func<object, bool> Has = Find();

    /// <summary>False when nothing was added for sure.</summary>
    public static bool MayHaveAny(object value) => Has(value);

    private static Func<object, bool> Find()
    {
        var question = typeof(PSObject).GetMethod("HasInstanceMembers", BindingFlags.Static | BindingFlags.NonPublic);
        var parameters = question?.GetParameters();
        if (question is null || question.ReturnType != typeof(bool) || parameters is not { Length: 2 } || parameters[0].ParameterType != typeof(object) || !parameters[1].IsOut)
        {
            return _ => true;
        }

        var value = Expression.Parameter(typeof(object));
        var ignored = Expression.Variable(parameters[1].ParameterType.GetElementType()!);
        return Expression.Lambda<Func<object, bool>>(Expression.Block(new[] { ignored }, Expression.Call(question, value, ignored)), value).Compile();
    }
}
