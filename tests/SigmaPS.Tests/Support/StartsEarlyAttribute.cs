using System;

namespace SigmaPS.Tests.Support;

/// <summary>Marks a class that takes more than ten seconds: it starts before others, or it would run alone at the end.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StartsEarlyAttribute : Attribute;
