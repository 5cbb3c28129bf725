using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace SigmaPS.Sandbox;

/// <summary>All requests of the sandbox, and how many were in flight at once.</summary>
public sealed class RequestLog
{
    private readonly Lock _gate = new();
    private readonly List<RecordedRequest> _requests = [];
    private int _inFlight;
    private int _maxInFlight;
    private int _tokenInFlight;
    private int _maxTokenInFlight;

    /// <summary>All requests so far, in order of arrival (a copy).</summary>
    public IReadOnlyList<RecordedRequest> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>The maximum of requests in flight, without token requests.</summary>
    public int MaxInFlight
    {
        get
        {
            lock (_gate)
            {
                return _maxInFlight;
            }
        }
    }

    /// <summary>The maximum of token requests in flight.</summary>
    public int MaxTokenInFlight
    {
        get
        {
            lock (_gate)
            {
                return _maxTokenInFlight;
            }
        }
    }

    /// <summary>When each token request arrived.</summary>
    public IReadOnlyList<DateTimeOffset> TokenTimes => [.. All.Where(r => r.IsToken).Select(r => r.Time)];

    /// <summary>Counts the matching requests. A null method matches any; in the path, * matches a part of a segment and ** any
    /// text.</summary>
    public int Count(string? method = null, string pathPattern = "**") => Find(method, pathPattern).Count;

    /// <summary>The matching requests, in order of arrival.</summary>
    public IReadOnlyList<RecordedRequest> Find(string? method = null, string pathPattern = "**") =>
        [
            .. All.Where(r =>
                (method is null || r.Method.Equals(method, StringComparison.OrdinalIgnoreCase)) && PathPattern.Matches(pathPattern, r.Path)
            ),
        ];

    /// <summary>The last matching request; null if there is none.</summary>
    public RecordedRequest? Last(string? method = null, string pathPattern = "**") => Find(method, pathPattern).LastOrDefault();

    /// <summary>Removes all records; the maxima restart from the present requests in flight.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
            _maxInFlight = _inFlight;
            _maxTokenInFlight = _tokenInFlight;
        }
    }

    internal RecordedRequest Begin(Func<int, RecordedRequest> make)
    {
        lock (_gate)
        {
            RecordedRequest request = make(_requests.Count + 1);
            _requests.Add(request);
            if (request.IsToken)
            {
                _maxTokenInFlight = Math.Max(_maxTokenInFlight, ++_tokenInFlight);
            }
            else
            {
                _maxInFlight = Math.Max(_maxInFlight, ++_inFlight);
            }

            return request;
        }
    }

    internal void End(RecordedRequest request, int status)
    {
        lock (_gate)
        {
            request.Status = status;
            if (request.IsToken)
            {
                _tokenInFlight--;
            }
            else
            {
                _inFlight--;
            }
        }
    }
}
