using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace SigmaPS.Tests.Session;

/// <summary>Every event of every diagnostic listener of the process: the data that an agent for tracing would write of a request.</summary>
internal sealed class DiagnosticRecorder : IObserver<DiagnosticListener>, IDisposable
{
    private readonly List<IDisposable> _subscriptions = [];
    private readonly List<string> _all = [];

    public DiagnosticRecorder() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public IReadOnlyList<string> Copy()
    {
        lock (_all)
        {
            return [.. _all];
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        // Kestrel stands for the service here.
        if (!value.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))
        {
            _subscriptions.Add(value.Subscribe(new Named(value.Name, this)));
        }
    }

    public void OnError(Exception error)
    {
    }

    public void OnCompleted()
    {
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());

    private void Add(string source, KeyValuePair<string, object?> written)
    {
        IEnumerable<string> properties = written
            .Value?.GetType()
            .GetProperties()
            .Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => $"{property.Name}={property.GetValue(written.Value)}") ?? [];
        lock (_all)
        {
            _all.Add($"{source} {written.Key} {written.Value} {string.Join(' ', properties)}");
        }
    }

    private sealed class Named(string name, DiagnosticRecorder all) : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value) => all.Add(name, value);

        public void OnError(Exception error)
        {
        }

        public void OnCompleted()
        {
        }
    }
}
