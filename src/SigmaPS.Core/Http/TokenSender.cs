using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Http;

/// <summary>Sends a request of a sign-in: without a token, without retries.</summary>
/// <param name="message">The request.</param>
/// <param name="about">The requested item, as errors name it.</param>
/// <param name="cancel">Cancels the request.</param>
internal delegate Task<ApiResponse> TokenSender(RedactedRequestMessage message, string about, CancellationToken cancel);
