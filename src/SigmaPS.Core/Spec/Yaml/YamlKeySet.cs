using System;
using System.Collections.Generic;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Yaml;

/// <summary>The names of one object so far; YAML's keys are unique (https://yaml.org/spec/1.2.2/#3213-node-comparison).</summary>
internal struct YamlKeySet
{
    // Most objects are small: looking through them costs less than a set.
    private const int Few = 8;
    private HashSet<string>? _names;

    /// <summary>Takes note of a name before its member is added.</summary>
    /// <param name="owner">The object as far as it has been read.</param>
    /// <param name="name">The next name.</param>
    /// <returns>False where the name is there already.</returns>
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
