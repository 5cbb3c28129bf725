using System;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>Why a response does not confirm a write.</summary>
public sealed class PutConfirmationTests
{
    [Theory]
    [InlineData("application/json", " \n", "it is empty")]
    [InlineData("application/json", "[]", "it is not a JSON object")]
    [InlineData("application/json", "{\"success\":tr", "it is not a JSON object")]
    [InlineData("application/yaml", "a: [", "it is not a JSON object")]
    public void Response_without_an_object_is_named_for_what_it_is(string type, string text, string why) =>
        Assert.EndsWith(
            why + ".",
            PutConfirmation.Doubt(new ApiResponse(200, type, text, null), SampleModel.Id)!.Message,
            StringComparison.Ordinal);

    [Fact]
    public void Response_in_YAML_confirms_a_write_too() =>
        Assert.Null(
            PutConfirmation.Doubt(
                new ApiResponse(200, "application/yaml", $"success: true\ndataModelId: {SampleModel.Id}\n", null),
                SampleModel.Id));

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    public void Unexpected_response_may_stand_for_an_applied_write_only_with_a_status_of_success(int status, bool expected) =>
        Assert.Equal(
            expected,
            PutConfirmation.MayBeApplied(new SigmaEngineException(ErrorCode.UnexpectedAnswer, "Odd.") { Status = status }));

    [Theory]
    [InlineData(ErrorCode.PermissionDenied, 403, true)]
    [InlineData(ErrorCode.RequestRefused, 400, true)]
    [InlineData(ErrorCode.RequestRefused, 499, true)]
    [InlineData(ErrorCode.RequestRefused, 399, false)]
    [InlineData(ErrorCode.RequestRefused, 500, false)]
    [InlineData(ErrorCode.RequestRefused, null, false)]
    [InlineData(ErrorCode.InvalidSpec, 400, false)]
    public void Model_may_be_read_only_when_its_write_was_refused(ErrorCode kind, int? status, bool expected) =>
        Assert.Equal(expected, WriteErrorDiagnosis.MayBeReadOnly(new SigmaEngineException(kind, "No.") { Status = status }));

    [Theory]
    [InlineData(ErrorCode.ModelNotFound, 404, true)]
    [InlineData(ErrorCode.RequestRefused, 400, true)]
    [InlineData(ErrorCode.RequestRefused, 409, false)]
    [InlineData(ErrorCode.InvalidSpec, 400, false)]
    public void Id_may_belong_to_another_item_when_the_model_is_missing(ErrorCode kind, int status, bool expected) =>
        Assert.Equal(expected, WriteErrorDiagnosis.MayBeAnotherThing(new SigmaEngineException(kind, "No.") { Status = status }));
}
