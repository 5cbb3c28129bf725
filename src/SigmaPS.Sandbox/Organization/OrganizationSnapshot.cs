using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace SigmaPS.Sandbox;

/// <summary>
/// The content of an organization at one time, to put it back. Afterwards, the organization gives the same IDs again. Its options, tokens
/// and sign-ins stay as they are, so a client stays connected.
/// </summary>
/// <remarks>It reads the fields by reflection, so that it contains a field that is added later.</remarks>
public sealed class OrganizationSnapshot
{
    private readonly SandboxOrganization _organization;
    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly List<Action> _back = [];

    /// <summary>Remembers the content.</summary>
    public OrganizationSnapshot(SandboxOrganization organization)
    {
        ArgumentNullException.ThrowIfNull(organization);
        _organization = organization;
        organization.Locked(() =>
        {
            Remember(organization);
            return true;
        });
    }

    /// <summary>Replaces the present content by the remembered one. It can be done more than once.</summary>
    public void PutBack() => _organization.Locked(() =>
    {
        _back.ForEach(step => step());
        return true;
    });

    /// <summary>The fields of an object that make up its content.</summary>
    internal static IEnumerable<FieldInfo> FieldsOf(object holder) =>
        holder.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

    private void Remember(object holder)
    {
        if (holder.GetType().Assembly != typeof(OrganizationSnapshot).Assembly || !_seen.Add(holder))
        {
            return;
        }

        foreach (FieldInfo field in FieldsOf(holder))
        {
            object? value = field.GetValue(holder);
            if (!field.IsInitOnly)
            {
                _back.Add(() => field.SetValue(holder, value));
            }

            if (value is IDictionary map)
            {
                Remember(map);
            }
            else if (value is IList { IsFixedSize: false } list)
            {
                Remember(list);
            }
        }
    }

    private void Remember(IList list)
    {
        object[] items = [.. list.Cast<object>()];
        Array.ForEach(items, Remember);
        _back.Add(() =>
        {
            list.Clear();
            Array.ForEach(items, item => list.Add(item));
        });
    }

    private void Remember(IDictionary map)
    {
        DictionaryEntry[] entries = [.. map.Keys.Cast<object>().Select(key => new DictionaryEntry(key, map[key]))];
        Array.ForEach(entries, entry => Remember(entry.Value!));
        _back.Add(() =>
        {
            map.Clear();
            Array.ForEach(entries, entry => map.Add(entry.Key, entry.Value));
        });
    }
}
