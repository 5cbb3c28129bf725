using System;
using System.Collections.Generic;
using System.Threading;

namespace SigmaPS.Sandbox;

/// <summary>The embedded organization: its members, connections, models and documents. It is thread-safe.</summary>
public sealed partial class SandboxOrganization
{
    private readonly List<SandboxMember> _members = [];
    private readonly List<SandboxFolder> _folders = [];
    private readonly List<SandboxConnection> _connections = [];
    private readonly List<SandboxModel> _models = [];
    private readonly List<SandboxDocument> _documents = [];
    private readonly string _seed = NewIds.Uuid();
    private int _ids;

    internal SandboxOrganization(SandboxOptions options)
    {
        Options = options;
        Tokens = new TokenStore(options);
        SignIns = new SignInStore(options);
        SeedSurroundings.Fill(this);
        if (options.SeedModels)
        {
            SeededModels.Fill(this);
        }
    }

    public string Id => Options.OrganizationId;

    public string Slug => Options.OrganizationSlug;

    public string ClientId => Options.ClientId;

    public string ClientSecret => Options.ClientSecret;

    /// <summary>The owner of the API credentials. Every request acts as this member, unless a person signed in with a
    /// browser.</summary>
    public SandboxMember ApiUser => _members[0];

    /// <summary>Another member, who edits in Sigma while scripts run.</summary>
    public SandboxMember Colleague => _members[1];

    public IReadOnlyList<SandboxMember> Members => Locked(() => _members.ToArray());

    public IReadOnlyList<SandboxFolder> Folders => Locked(() => _folders.ToArray());

    public IReadOnlyList<SandboxConnection> Connections => Locked(() => _connections.ToArray());

    public IReadOnlyList<SandboxModel> Models => Locked(() => _models.ToArray());

    /// <summary>Every token and code issued so far. Tests search output for them.</summary>
    public IReadOnlyList<string> IssuedTokens => Locked(() => (IReadOnlyList<string>)[.. Tokens.All, .. SignIns.Issued]);

    internal SandboxOptions Options { get; }

    internal TokenStore Tokens { get; }

    internal SignInStore SignIns { get; }

    /// <summary>One request at a time reads or changes the organization.</summary>
    internal Lock Gate { get; } = new();

    /// <summary>Increases with each change that can affect the type or name of a column.</summary>
    internal int ContentStamp { get; set; }

    internal DateTimeOffset Now => Options.TimeProvider.GetUtcNow();

    /// <summary>Expires all access tokens.</summary>
    public void ExpireAccessTokens() => Locked(() => { Tokens.ExpireAccess(); return true; });

    /// <summary>Expires all refresh tokens.</summary>
    public void ExpireRefreshTokens() => Locked(() => { Tokens.ExpireRefresh(); SignIns.ExpireRefresh(); return true; });

    /// <summary>Changes a member, who keeps the ID.</summary>
    public void Replace(SandboxMember member) =>
        Locked(() => _members[_members.FindIndex(known => known.Id == member.Id)] = member);

    internal void Add(SandboxMember member) => _members.Add(member);

    /// <summary>A new UUID. No other organization gives it.</summary>
    internal string NewId() => NewIds.Stable($"{_seed}:{++_ids}");

    /// <summary>Ten characters, for all items of a spec.</summary>
    internal string NewShortId() => NewIds.Short($"{_seed}:{++_ids}");

    internal T Locked<T>(Func<T> read)
    {
        lock (Gate)
        {
            return read();
        }
    }
}
