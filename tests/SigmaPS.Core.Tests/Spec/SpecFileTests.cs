using System;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec;

public sealed class SpecFileTests
{
    [Theory]
    [InlineData("""{"a":1,"a":2}""", "/a")]
    [InlineData("""{"x":[{"b":{"a/b":1,"a/b":2} }]}""", "/x/0/b/a~1b")]
    public void Duplicate_name_cannot_be_written_as_YAML_and_the_error_has_the_path(string json, string pointer)
    {
        var fault = Assert.Throws<SigmaEngineException>(() => SpecFile.Text(Trees.Object(json), SpecFormat.Yaml));
        Assert.Equal((ErrorCode.SpecNotRepresentable, pointer), (fault.Kind, fault.Target));
        Assert.Contains(pointer, fault.Message, StringComparison.Ordinal);
    }
}
