using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;

namespace SigmaPS.Sandbox;

/// <summary>The whole content of an organization as text. Two contents with the same text differ only in times.</summary>
public sealed class OrganizationText
{
    private readonly SandboxOrganization _organization;
    private readonly StringBuilder _text = new();

    private OrganizationText(SandboxOrganization organization) => _organization = organization;

    /// <summary>Writes the text.</summary>
    public static string Of(SandboxOrganization organization)
    {
        ArgumentNullException.ThrowIfNull(organization);
        return organization.Locked(() =>
        {
            OrganizationText text = new(organization);
            text.Fields(organization);
            return text._text.ToString();
        });
    }

    private void Fields(object holder)
    {
        foreach (FieldInfo field in OrganizationSnapshot.FieldsOf(holder))
        {
            _text.Append('\n').Append(field.Name).Append(": ");
            Value(field.GetValue(holder));
        }
    }

    private void Value(object? value)
    {
        switch (value)
        {
            // The session, times, and the views that the organization keeps of its models.
            case SandboxOrganization or SandboxOptions or TokenStore or SignInStore or Lock or DateTimeOffset or ModelView:
                break;
            case Func<JsonArray> pages:
                Value(pages());
                break;
            case Delegate:
                break;
            case JsonNode node:
                _text.Append(node.ToJsonString());
                break;
            case IDictionary map:
                Values(map.Keys.Cast<object>().SelectMany(key => new[] { key, map[key] }));
                break;
            case IEnumerable values and not string:
                Values(values.Cast<object?>());
                break;
            case not null and not Enum when value.GetType().Assembly == typeof(OrganizationText).Assembly:
                Fields(value);
                break;
            default:
                _text.Append(value).Append(';');
                break;
        }
    }

    private void Values(IEnumerable<object?> values)
    {
        foreach (object? value in values)
        {
            _text.Append("\n- ");
            Value(value);
        }
    }
}
