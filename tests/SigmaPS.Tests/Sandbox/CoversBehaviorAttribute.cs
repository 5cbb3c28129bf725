using System;

namespace SigmaPS.Tests.Sandbox;

/// <summary>Ties a test to the row of the sandbox's behaviors that its requests show.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class CoversBehaviorAttribute(string behaviour) : Attribute
{
    public string Behaviour { get; } = behaviour;
}
