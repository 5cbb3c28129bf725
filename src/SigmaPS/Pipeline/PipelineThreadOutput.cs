using System;
using System.Threading.Tasks;

namespace SigmaPS.Pipeline;

/// <summary>The output for work on the pipeline thread itself.</summary>
internal sealed class PipelineThreadOutput : IOutput
{
    private readonly Action<object> _write;

    public PipelineThreadOutput(Action<object> write) => _write = write;

    public Task WriteAsync(object value)
    {
        _write(value);
        return Task.CompletedTask;
    }
}
