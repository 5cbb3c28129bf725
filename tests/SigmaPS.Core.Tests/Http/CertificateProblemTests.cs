using System;
using SigmaPS.Core.Http;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

public sealed class CertificateProblemTests
{
    [Theory]
    [InlineData("RemoteCertificateNameMismatch", "another host name")]
    [InlineData("The certificate is invalid: NotTimeValid", "expired")]
    [InlineData("The chain has errors: UntrustedRoot", "self-signed")]
    [InlineData("The chain has errors: PartialChain", "self-signed")]
    [InlineData("Revoked", "was revoked")]
    [InlineData("The handshake failed", "usual cause")]
    public void Reason_of_the_system_is_explained_and_quoted(string reason, string token)
    {
        var text = CertificateProblem.Of(reason);
        Assert.Contains(token, text, StringComparison.Ordinal);
        Assert.Contains(reason, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_reason_is_not_called_a_revoked_certificate() =>
        Assert.DoesNotContain("revoked", CertificateProblem.Of("The handshake failed"), StringComparison.Ordinal);
}
