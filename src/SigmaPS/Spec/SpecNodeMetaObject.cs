using System;
using System.Collections.Generic;
using System.Dynamic;
using System.Linq;
using System.Linq.Expressions;

namespace SigmaPS;

/// <summary>Gives dot access to a node, also in a runspace without the module, where the adapter is unknown.</summary>
/// <remarks>Names of methods and of PowerShell's own members resolve to a key only if it exists.</remarks>
internal sealed class SpecNodeMetaObject : DynamicMetaObject
{
    private static readonly HashSet<string> ReservedNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "GetType", "ToString", "Equals", "GetHashCode", "Copy", "Clone", "Remove", "Count", "Length", "ForEach", "Where",
        "PSObject", "PSBase", "PSAdapted", "PSExtended", "PSTypeNames", "PSStandardMembers", "ImmediateBaseObject",
    };

    public SpecNodeMetaObject(Expression expression, SpecNode node) : base(expression, BindingRestrictions.Empty, node)
    {
    }

    public override DynamicMetaObject BindGetMember(GetMemberBinder binder)
    {
        var name = Expression.Constant(binder.Name);
        var absent = ReservedNames.Contains(binder.Name)
            ? Expression.Convert(binder.FallbackGetMember(this).Expression, typeof(object))
            : (Expression)Expression.Constant(null);
        var value = Expression.Condition(
            Expression.Call(typeof(SpecNodeMetaObject), nameof(Has), null, Self, name),
            Expression.Call(typeof(SpecNodeMetaObject), nameof(Value), null, Self, name),
            absent);
        return new DynamicMetaObject(value, IsNode);
    }

    public override DynamicMetaObject BindSetMember(SetMemberBinder binder, DynamicMetaObject value)
    {
        var assigned = Expression.Call(
            typeof(SpecNodeMetaObject),
            nameof(Assign),
            null,
            Self,
            Expression.Constant(binder.Name),
            Expression.Convert(value.Expression, typeof(object)));
        return new DynamicMetaObject(assigned, IsNode.Merge(value.Restrictions));
    }

    public override IEnumerable<string> GetDynamicMemberNames() =>
        ((SpecNode)base.Value!).Members.Select(member => member.Key).Where(key => key.Length > 0);

    private Expression Self => Expression.Convert(Expression, typeof(SpecNode));

    private BindingRestrictions IsNode => BindingRestrictions.GetTypeRestriction(Expression, typeof(SpecNode));

    // Members added with Add-Member hide keys of the same name, as in every other view.
    private static bool Has(SpecNode node, string name) => node.Has(name) || NoteProperties.Find(node, name) is not null;

    private static new object? Value(SpecNode node, string name) =>
        NoteProperties.Find(node, name) is { } note ? note.Value : node.Get(name);

    private static object? Assign(SpecNode node, string name, object? value)
    {
        if (NoteProperties.Find(node, name) is { } note)
        {
            note.Value = value;
        }
        else
        {
            node.Set(name, value);
        }

        return value;
    }
}
