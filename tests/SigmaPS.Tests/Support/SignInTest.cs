using System.Threading.Tasks;
using SigmaPS.Sandbox;

namespace SigmaPS.Tests.Support;

/// <summary>A test with an organization of its own, and a person who signs in to it with a browser.</summary>
public abstract class SignInTest : ServerTest
{
    private protected SignInPerson Person { get; private set; } = null!;

    private protected override async Task StartAsync(SandboxOptions options)
    {
        await base.StartAsync(options);
        Person = new SignInPerson();
    }

    private protected override Task StopAsync()
    {
        Person.Dispose();
        return base.StopAsync();
    }
}
