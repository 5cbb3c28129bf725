namespace SigmaPS.Core.Reports;

/// <summary>The rectangle of a node in the drawing.</summary>
/// <param name="Layer">The layer, from 0 on the left.</param>
/// <param name="Order">The position in the layer, from 0 at the top.</param>
/// <param name="Left">The left side.</param>
/// <param name="Top">The top.</param>
/// <param name="Width">The width.</param>
internal sealed record DrawingFrame(int Layer, int Order, double Left, double Top, double Width);
