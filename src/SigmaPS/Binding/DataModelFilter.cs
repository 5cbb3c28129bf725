using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Mapping;

namespace SigmaPS.Binding;

/// <summary>Picks models out of pages; the service has no search of its own on this list.</summary>
/// <remarks>
/// A name is taken literally first: a model called "Sales [EU]" is found by its name. What only the pattern finds is held back until the list
/// has ended, because a literal match may still come.
/// </remarks>
internal sealed class DataModelFilter
{
    private readonly List<NameSought>? _names;
    private readonly string[]? _folders;
    private readonly DateTimeOffset? _updatedAfter;
    private readonly bool _includeArchived;
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    public DataModelFilter(string[]? names, string[]? folders, DateTimeOffset? updatedAfter, bool includeArchived)
    {
        _names = names?.Select(name => new NameSought(name)).ToList();
        _folders = folders?.Select(folder => folder.Trim('/')).ToArray();
        _updatedAfter = updatedAfter;
        _includeArchived = includeArchived;
    }

    /// <summary>The models of a page that can be given at once.</summary>
    public IEnumerable<DataModel> Pick(IEnumerable<Core.Api.DataModelEntry> page, ISet<string>? owners) => page
        .Where(entry => (_includeArchived || !entry.IsArchived)
            && (owners is null || owners.Contains(entry.OwnerId))
            && (_updatedAfter is null || entry.UpdatedAt > _updatedAfter)
            && (_folders is null || _folders.Any(folder => Below(entry.Path.Trim('/'), folder))))
        .Select(OutputMapper.ToDataModel)
        .Where(model => _names is null || (_names.Aggregate(false, (any, name) => name.Takes(model) || any) && _given.Add(model.DataModelId)));

    /// <summary>The models that only a pattern found, after the list has ended.</summary>
    public IEnumerable<DataModel> Held() => _names?.SelectMany(name => name.Held).Where(model => _given.Add(model.DataModelId)) ?? Enumerable.Empty<DataModel>();

    /// <summary>The names that found nothing.</summary>
    public IEnumerable<string> Missing() => _names?.Where(name => name.IsMissing).Select(name => name.Text) ?? Enumerable.Empty<string>();

    private static bool Below(string path, string folder) =>
        string.Equals(path, folder, StringComparison.OrdinalIgnoreCase)
        || path.StartsWith(folder + "/", StringComparison.OrdinalIgnoreCase)
        || (new NameOrPattern(folder) is var sought && (sought.IsName(path) || sought.IsMatch(path)));

    private sealed class NameSought
    {
        private readonly NameOrPattern _sought;
        private readonly List<DataModel> _held = new();
        private bool _foundLiterally;

        public NameSought(string text) => _sought = new NameOrPattern(text);

        public string Text => _sought.Text;

        public IEnumerable<DataModel> Held => _foundLiterally ? Enumerable.Empty<DataModel>() : _held;

        public bool IsMissing => !_foundLiterally && _held.Count == 0;

        public bool Takes(DataModel model)
        {
            if (_sought.IsName(model.Name))
            {
                return _foundLiterally = true;
            }

            if (_sought.IsMatch(model.Name))
            {
                _held.Add(model);
            }

            return false;
        }
    }
}
