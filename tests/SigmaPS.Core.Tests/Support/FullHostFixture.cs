using System;
using System.Threading.Tasks;
using Xunit;

namespace SigmaPS.Core.Tests.Support;

/// <summary>One <see cref="FullHost"/> for the tests of a class: it takes a second to know that it is full.</summary>
public sealed class FullHostFixture : IAsyncLifetime
{
    private FullHost? _host;

    public Uri Address => _host!.Address;

    public async Task InitializeAsync() => _host = await FullHost.CreateAsync();

    public Task DisposeAsync()
    {
        _host!.Dispose();
        return Task.CompletedTask;
    }
}
