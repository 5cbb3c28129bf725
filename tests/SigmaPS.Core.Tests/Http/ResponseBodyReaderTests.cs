using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using Xunit;

namespace SigmaPS.Core.Tests.Http;

public sealed class ResponseBodyReaderTests
{
    private const int Bound = 3 * 1024 * 1024;

    [Theory]
    [InlineData(0, true)]
    [InlineData(Bound, true)]
    [InlineData(Bound, false)]
    public async Task Up_to_the_bound_all_bytes_come(int length, bool isSaid)
    {
        var sent = new byte[length];
        new Random(1).NextBytes(sent);
        using var response = Answer(new MemoryStream(sent), isSaid ? length : null);
        Assert.Equal(sent, (await ResponseBodyReader.ReadAsync(response, Bound, "it", default)).ToArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Larger_body_is_refused_and_not_read_to_its_end(bool isSaid)
    {
        var source = new OpenStream(new byte[10 * Bound]);
        using var response = Answer(source, isSaid ? source.Length : null);
        var e = await Assert.ThrowsAsync<SigmaEngineException>(() =>
            ResponseBodyReader.ReadAsync(response, Bound, "data model 1", default));
        Assert.Equal(ErrorCode.UnexpectedAnswer, e.Kind);
        Assert.Contains("data model 1", e.Message);
        Assert.Contains("3 MB", e.Message);
        Assert.InRange(source.Position, 0, 2 * Bound);
    }

    [Fact]
    public async Task Response_without_a_body_is_empty()
    {
        using var response = new HttpResponseMessage { Content = null };
        Assert.Equal(0, (await ResponseBodyReader.ReadAsync(response, Bound, "it", default)).Count);
    }

    [Fact]
    public async Task Token_ends_the_wait_for_bytes_that_never_come_even_where_the_stream_does_not_mind_it()
    {
        using var cancel = new CancellationTokenSource();
        using var response = Answer(new DeafStream(), null);
        var reading = ResponseBodyReader.ReadAsync(response, Bound, "it", cancel.Token);
        Assert.False(reading.IsCompleted);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Connection_that_breaks_is_not_a_stopped_command()
    {
        using var response = Answer(new BrokenStream(), null);
        await Assert.ThrowsAsync<IOException>(() => ResponseBodyReader.ReadAsync(response, Bound, "it", default));
    }

    private static HttpResponseMessage Answer(Stream body, long? length)
    {
        var response = new HttpResponseMessage { Content = new StreamContent(body) };
        response.Content.Headers.ContentLength = length;
        return response;
    }

    /// <summary>Reports afterwards how far it was read.</summary>
    private sealed class OpenStream(byte[] bytes) : MemoryStream(bytes)
    {
        protected override void Dispose(bool disposing)
        {
        }
    }

    /// <summary>Breaks at the first byte.</summary>
    private sealed class BrokenStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            throw new IOException("The connection was closed.");

#if NET
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The connection was closed.");
#endif
    }

    /// <summary>Gives nothing until it is disposed, with any token.</summary>
    private sealed class DeafStream : MemoryStream
    {
        private readonly TaskCompletionSource<int> _never = new();

        public override bool CanSeek => false;

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => _never.Task;

#if NET
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(_never.Task);
#endif

        protected override void Dispose(bool disposing)
        {
            _never.TrySetException(new ObjectDisposedException(nameof(DeafStream)));
            base.Dispose(disposing);
        }
    }
}
