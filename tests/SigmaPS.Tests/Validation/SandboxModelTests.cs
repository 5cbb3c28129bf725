using System.Linq;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Validation;

public sealed class SandboxModelTests : ServerTest
{
    [Fact]
    public void No_model_of_the_sandbox_has_errors_but_the_one_made_for_them()
    {
        using Shell shell = new();
        foreach (SandboxModel model in Organization.Models)
        {
            shell.Set("json", model.SpecJson);
            ShellResult found = shell
                .Run("Get-SigmaDataModelSpecIssue -Json $json -Severity Error | ForEach-Object { \"$($_.RuleId) $($_.Message)\" }")
                .MustSucceed();
            Assert.True(found.Texts.Any() == (model.Name == "Known Faults"), model.Name + "\n" + string.Join("\n", found.Texts));
        }
    }
}
