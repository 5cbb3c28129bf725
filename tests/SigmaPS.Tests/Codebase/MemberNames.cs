using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace SigmaPS.Tests.Codebase;

/// <summary>The members of other assemblies that an assembly calls, spelled as "System.String.Compare(String,String)".</summary>
internal sealed class MemberNames : ISignatureTypeProvider<string, object?>
{
    public static IReadOnlyList<string> Of(string file)
    {
        using PEReader pe = new(File.OpenRead(file));
        MetadataReader reader = pe.GetMetadataReader();
        MemberNames names = new();
        IEnumerable<string> plain = reader.MemberReferences.Select(handle => Name(reader, names, handle));
        IEnumerable<string> generic = Enumerable
            .Range(1, reader.GetTableRowCount(TableIndex.MethodSpec))
            .Select(row => reader.GetMethodSpecification(MetadataTokens.MethodSpecificationHandle(row)))
            .Where(spec => spec.Method.Kind == HandleKind.MemberReference)
            .Select(spec =>
                Name(reader, names, (MemberReferenceHandle)spec.Method)
                    .Replace("(", $"<{string.Join(",", spec.DecodeSignature(names, null))}>(", StringComparison.Ordinal));
        return [.. plain.Concat(generic).Distinct()];
    }

    public string GetArrayType(string elementType, ArrayShape shape) => elementType + "[]";

    public string GetByReferenceType(string elementType) => elementType + "&";

    public string GetFunctionPointerType(MethodSignature<string> signature) => "pointer";

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        $"{genericType}<{string.Join(",", typeArguments)}>";

    public string GetGenericMethodParameter(object? genericContext, int index) => "!!" + index;

    public string GetGenericTypeParameter(object? genericContext, int index) => "!" + index;

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetPinnedType(string elementType) => elementType;

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        reader.GetString(reader.GetTypeDefinition(handle).Name);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        reader.GetString(reader.GetTypeReference(handle).Name);

    public string GetTypeFromSpecification(
        MetadataReader reader,
        object? genericContext,
        TypeSpecificationHandle handle,
        byte rawTypeKind) => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    private static string Name(MetadataReader reader, MemberNames names, MemberReferenceHandle handle)
    {
        MemberReference member = reader.GetMemberReference(handle);
        string owner = member.Parent.Kind switch
        {
            HandleKind.TypeReference => names.GetTypeFromReference(reader, (TypeReferenceHandle)member.Parent, 0),
            HandleKind.TypeSpecification => names.GetTypeFromSpecification(reader, null, (TypeSpecificationHandle)member.Parent, 0),
            _ => "?",
        };
        return member.GetKind() == MemberReferenceKind.Method
            ? $"{owner}.{reader.GetString(member.Name)}({string.Join(",", member.DecodeMethodSignature(names, null).ParameterTypes)})"
            : $"{owner}.{reader.GetString(member.Name)}";
    }
}
