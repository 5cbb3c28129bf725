using System;
using System.Linq.Expressions;
using System.Management.Automation;
using System.Reflection;

namespace SigmaPS;

/// <summary>Checks in nanoseconds whether Add-Member added a member to an object. Listing the members costs a thousand times as
/// much.</summary>
/// <remarks>
/// Windows PowerShell and PowerShell 7 have this check as PSObject.HasInstanceMembers, which is not public. If it is not found,
/// the result is "perhaps", which is slow and correct:
/// https://github.com/PowerShell/PowerShell/blob/master/src/System.Management.Automation/engine/MshObject.cs
/// </remarks>
internal static class InstanceMembers
{
    private static readonly Func<object, bool> Has = Find();

    /// <summary>False if certainly no member was added.</summary>
    public static bool MayHaveAny(object value) => Has(value);

    private static Func<object, bool> Find()
    {
        var question = typeof(PSObject).GetMethod("HasInstanceMembers", BindingFlags.Static | BindingFlags.NonPublic);
        var parameters = question?.GetParameters();
        if (
            question is null
            || question.ReturnType != typeof(bool)
            || parameters is not { Length: 2 }
            || parameters[0].ParameterType != typeof(object)
            || !parameters[1].IsOut)
        {
            return _ => true;
        }

        var value = Expression.Parameter(typeof(object));
        var ignored = Expression.Variable(parameters[1].ParameterType.GetElementType()!);
        return Expression
            .Lambda<Func<object, bool>>(Expression.Block(new[] { ignored }, Expression.Call(question, value, ignored)), value)
            .Compile();
    }
}
