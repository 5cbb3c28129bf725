using System.IO;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Release;
using SigmaPS.Core.Reports;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>
/// An environment file or a rules file that is empty or is not text has the error of its kind. Only the command that needs it reports it.
/// </summary>
public sealed class UnusableFileTests : TemporaryFolder
{
    public static TheoryData<byte[]> Contents => [[], [0x20, 0x0A], [0xFF, 0x41], [0x7B], [0x5B, 0x5D]];

    [Theory]
    [MemberData(nameof(Contents))]
    public void Environment_file_is_an_invalid_environment(byte[] content)
    {
        var path = Written("sigma.environments.json", content);
        var refused = Assert.Throws<SigmaEngineException>(() => EnvironmentReader.Read(path, "prod"));
        Assert.Equal((ErrorCode.InvalidEnvironment, path), (refused.Kind, refused.Target));
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public void Unusable_environment_file_has_no_names_and_no_variables(byte[] content)
    {
        var path = Written("sigma.environments.json", content);
        Assert.Empty(EnvironmentReader.Names(path));
        Assert.Null(new DeclaredVariables().TestFor(Path.Combine(Folder, "model.json")));
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public void Rules_file_is_an_invalid_argument(byte[] content)
    {
        var path = Written("sigmaps.rules.json", content);
        var refused = Assert.Throws<SigmaEngineException>(() => RulePolicy.Read(path));
        Assert.Equal((ErrorCode.InvalidArgument, path), (refused.Kind, refused.Target));
    }

    private string Written(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
