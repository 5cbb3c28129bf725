using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Mapping;

namespace SigmaPS.Binding;

/// <summary>Filters the models of a list, because the service cannot search it.</summary>
/// <remarks>
/// A literal match has priority: the model "Sales [EU]" is found by its name. Models that only the pattern matches are returned after the
/// list has ended, because a literal match may still follow.
/// </remarks>
internal sealed class DataModelFilter
{
    private readonly List<NameSought>? _names;
    private readonly List<FolderSought>? _folders;
    private readonly HashSet<string> _existing = new(StringComparer.Ordinal);
    private readonly DateTimeOffset? _updatedAfter;
    private readonly bool _includeArchived;
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private readonly HashSet<string> _owners = new(StringComparer.Ordinal);

    public DataModelFilter(string[]? names, string[]? folders, DateTimeOffset? updatedAfter, bool includeArchived)
    {
        _names = names?.Select(name => new NameSought(name)).ToList();
        _folders = folders?.Select(folder => new FolderSought(folder)).ToList();
        _updatedAfter = updatedAfter;
        _includeArchived = includeArchived;
    }

    /// <summary>The model of an entry, if it can be returned at once; otherwise null.</summary>
    public DataModel? Pick(Core.Api.DataModelEntry entry, ISet<string>? owners)
    {
        var isCandidate = IsListed(entry)
            && (_folders is null || _folders.Aggregate(false, (any, folder) => folder.Contains(entry.Path.Trim('/')) || any))
            && (owners is null || owners.Contains(entry.OwnerId))
            && (_updatedAfter is null || entry.UpdatedAt > _updatedAfter);
        if (!isCandidate)
        {
            return null;
        }

        var model = OutputMapper.ToDataModel(entry);
        return _names is null || (_names.Aggregate(false, (any, name) => name.Takes(model) || any) && _given.Add(model.DataModelId))
            ? model
            : null;
    }

    /// <summary>The models that only a pattern matches, after the list has ended.</summary>
    public IEnumerable<DataModel> Held() =>
        _names?.SelectMany(name => name.Held).Where(model => _given.Add(model.DataModelId)) ?? Enumerable.Empty<DataModel>();

    /// <summary>Returns an error per name without a match. A pattern without a match gives no error, as everywhere in PowerShell.</summary>
    /// <param name="where">The end of the first sentence, if the list does not contain every model.</param>
    public IEnumerable<Core.Diagnostics.SigmaEngineException> Missing(string where) =>
        (_names ?? new List<NameSought>())
            .Where(name => name.IsMissing)
            .Select(name => BindingErrors.NotFound(Core.Diagnostics.ErrorCode.ModelNotFound, "data model", name.Text, _existing, where));

    /// <summary>Whether a listed model has this owner.</summary>
    public bool HasSeenOwner(string memberId) => _owners.Contains(memberId);

    /// <summary>The folders (not patterns) that contain no model of the list.</summary>
    public IReadOnlyList<string> UnseenFolders() =>
        (_folders ?? new List<FolderSought>()).Where(folder => folder.IsUnseen).Select(folder => folder.Text).ToList();

    private bool IsListed(Core.Api.DataModelEntry entry)
    {
        var isListed = _includeArchived || !entry.IsArchived;
        if (isListed)
        {
            _existing.Add(entry.Name);
            _owners.Add(entry.OwnerId);
        }

        return isListed;
    }

    private sealed class FolderSought
    {
        private readonly NameOrPattern _sought;
        private bool _isSeen;

        public FolderSought(string text) => _sought = new NameOrPattern(text.Trim('/'));

        public string Text => _sought.Text;

        public bool IsUnseen => _sought.IsLiteral && !_isSeen;

        public bool Contains(string path)
        {
            var isBelow =
                _sought.IsMatch(path) || Enumerable.Range(1, path.Split('/').Length).Any(steps => _sought.IsName(Ancestor(path, steps)));
            _isSeen |= isBelow;
            return isBelow;
        }

        private static string Ancestor(string path, int steps) => string.Join("/", path.Split('/').Take(steps));
    }

    private sealed class NameSought
    {
        private readonly NameOrPattern _sought;
        private readonly List<DataModel> _held = new();
        private bool _foundLiterally;

        public NameSought(string text) => _sought = new NameOrPattern(text);

        public string Text => _sought.Text;

        public IEnumerable<DataModel> Held => _foundLiterally ? Enumerable.Empty<DataModel>() : _held;

        public bool IsMissing => _sought.IsLiteral && !_foundLiterally;

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
