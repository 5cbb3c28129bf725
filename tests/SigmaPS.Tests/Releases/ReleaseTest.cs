using System.Threading.Tasks;
using Xunit;

namespace SigmaPS.Tests.Releases;

/// <summary>A test with two models in a folder, of which the second depends on the first, and an organization to release them to.</summary>
public abstract class ReleaseTest : IAsyncLifetime
{
    private protected ReleaseTestBed Shop { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Shop = await ReleaseTestBed.OpenAsync();
        Arrange();
    }

    public async Task DisposeAsync() => await Shop.DisposeAsync();

    /// <summary>Writes the models that each test of the class starts from.</summary>
    private protected virtual void Arrange()
    {
        Shop.Write(1);
        Shop.Write(2, 1);
    }
}
