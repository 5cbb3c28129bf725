using System;
using System.Collections.Generic;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Yaml;

/// <summary>The names of one object so far. YAML requires unique keys (https://yaml.org/spec/1.2.2/#3213-node-comparison).</summary>
internal struct YamlKeySet
{
    // Most objects are small, and a linear search costs less than a set.
    private const int Few = 8;
    private HashSet<string>? _names;

    /// <summary>Records a name before its member is added.</summary>
    /// <param name="owner">The object with the members read so far.</param>
    /// <param name="name">The next name.</param>
    /// <returns>False if the name is a duplicate.</returns>
    public bool Add(JsonObject owner, string name)
    {
        if (_names is null)
        {
            if (owner.Count < Few)
            {
                return !owner.Has(name);
            }

            _names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var member in owner)
            {
                _names.Add(member.Name);
            }
        }

        return _names.Add(name);
    }
}
