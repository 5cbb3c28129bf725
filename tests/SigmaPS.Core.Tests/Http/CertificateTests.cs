#if NET // A server on a socket of .NET; .NET Framework under Mono has its own TLS and streams.
using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using SigmaPS.Core.Auth;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

/// <summary>A certificate that does not hold is an error of its own kind, and nothing is sent to that server.</summary>
public sealed class CertificateTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    [Theory]
    [InlineData("self-signed", "self-signed")]
    [InlineData("expired", "expired")]
    [InlineData("wrong host", "another host name")]
    public async Task Each_has_its_own_clear_error_and_no_fallback(string how, string words)
    {
        using var certificate = Certificate(how == "wrong host" ? "elsewhere.test" : "localhost", how == "expired" ? -1 : 30);
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        List<string> received = [];
        var serving = ServeAsync(listener, certificate, received);
        var address = new Uri($"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        RetryOptions patience = new() { TotalTimeout = TimeSpan.FromMinutes(3) };

        // The connect timeout includes the handshake, which a busy machine may not end in the ten seconds of a session.
        using (
            SigmaHttpClient transport = new(
                address,
                new StaticTokenCredential(Secrets.Secure("a-token-0123456789")),
                patience,
                null,
                proxy => PrimaryHandler.Create(proxy, patience.TotalTimeout),
                TimeProvider.System))
        {
            var fault = await Assert.ThrowsAsync<SigmaEngineException>(() =>
                transport.SendAsync(new ApiRequest(HttpMethod.Get, "v2/whoami"), new Quiet(), default));
            Assert.Equal((ErrorCode.TlsFailed, address.Authority), (fault.Kind, fault.Target));
            Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        }

        listener.Stop();
        await serving;
        Assert.Equal(["handshake failed"], received);
    }

    private static async Task ServeAsync(TcpListener listener, X509Certificate2 certificate, List<string> received)
    {
        while (true)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync();
                await using SslStream stream = new(client.GetStream());
                try
                {
                    await stream.AuthenticateAsServerAsync(certificate);
                    var bytes = new byte[1024];
                    received.Add(await stream.ReadAsync(bytes) == 0 ? "handshake failed" : "a request");
                }
                catch (Exception e) when (e is System.Security.Authentication.AuthenticationException or System.IO.IOException)
                {
                    received.Add("handshake failed");
                }
            }
            catch (Exception e) when (e is SocketException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private static X509Certificate2 Certificate(string host, int days)
    {
        using var key = RSA.Create(2048);
        CertificateRequest request = new("CN=" + host, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(Now.AddDays(-40), Now.AddDays(days));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private sealed class Quiet : ILog
    {
        public void Verbose(string message)
        {
        }

        public void Warning(string message)
        {
        }
    }
}
#endif
