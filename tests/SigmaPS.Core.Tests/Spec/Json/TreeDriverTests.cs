using System.Collections.Generic;
using FsCheck.Xunit;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Json;

[Properties(Arbitrary = [typeof(JsonGenerator)], MaxTest = 300)]
public sealed class TreeDriverTests
{
    [Property]
    public void Tree_drives_a_builder_as_its_text_does(WrittenJson json) => AssertSameCalls(json.Text);

    [Theory]
    [MemberData(nameof(SpecFiles.Exports), MemberType = typeof(SpecFiles))]
    public void Tree_of_a_spec_drives_a_builder_as_its_text_does(string name) => AssertSameCalls(SpecFiles.Text(name));

    [Theory]
    [InlineData("""{"a":[1,{"b":"no"}]}""", "/a/1/b")]
    [InlineData("""["no"]""", "/0")]
    [InlineData("\"no\"", "")]
    public void Value_that_a_builder_refuses_is_reported_with_its_place(string text, string pointer)
    {
        string read = Assert.Throws<NotRepresentableException>(() => JsonReader.Read(text, new Recorder())).Pointer;
        string built = Assert.Throws<NotRepresentableException>(() => JsonTree.Build(JsonTree.Parse(text), new Recorder())).Pointer;
        Assert.Equal((pointer, pointer), (read, built));
    }

    private static void AssertSameCalls(string text)
    {
        Recorder read = new(), built = new();
        JsonReader.Read(text, read);
        JsonTree.Build(JsonTree.Parse(text), built);
        Assert.Equal(read.Calls, built.Calls);
    }

    private sealed class Recorder : IObjectBuilder
    {
        private int _made;

        public List<string> Calls { get; } = [];

        public object BeginObject(int offset) => Add($"object {offset}");

        public void AddMember(object owner, string name, object? value) => Add($"{owner}.{name} = {value}");

        public object BeginArray(int offset) => Add($"array {offset}");

        public void AddItem(object owner, object? value) => Add($"{owner}[] = {value}");

        public object Text(string value, int offset) =>
            value == "no" ? throw new NotRepresentableException("no") : Add($"text {value} {offset}");

        public object Number(string text, int offset) => Add($"number {text} {offset}");

        public object Boolean(bool value, int offset) => Add($"boolean {value} {offset}");

        public object Null(int offset) => Add($"null {offset}");

        private string Add(string call)
        {
            Calls.Add(call);
            return "#" + _made++;
        }
    }
}
