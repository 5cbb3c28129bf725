using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.Tracing;
using System.Linq;
using System.Text;

namespace SigmaPS.Tests.Session;

/// <summary>Every event of every source of the process, the runtime's own left out.</summary>
internal sealed class EventRecorder : EventListener
{
    private readonly List<string> _all = [];

    public IReadOnlyList<string> Copy()
    {
        lock (_all)
        {
            return [.. _all];
        }
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (
            !eventSource.Name.StartsWith("Microsoft-Windows-DotNETRuntime", StringComparison.Ordinal)
            && eventSource.Name != "System.Buffers.ArrayPoolEventSource")
        {
            EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        // Kestrel stands for the service here, and a socket's buffer is the wire itself, which is encrypted everywhere but on loopback.
        if (
            !eventData.EventSource.Name.StartsWith("Microsoft-AspNetCore", StringComparison.Ordinal)
            && eventData.EventSource.Name != "Private.InternalDiagnostics.System.Net.Sockets")
        {
            lock (_all)
            {
                _all.Add(
                    $"{eventData.EventSource.Name} {eventData.EventName} "
                        + $"{string.Join(' ', (eventData.Payload ?? new List<object?>().AsReadOnly()).Select(Text))}");
            }
        }
    }

    private static string Text(object? value) =>
        value is byte[] bytes ? Encoding.UTF8.GetString(bytes)
        : value is IEnumerable items and not string ? string.Join(' ', items.Cast<object?>().Select(Text))
        : value?.ToString() ?? "";
}
