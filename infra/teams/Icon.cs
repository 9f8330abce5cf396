namespace YosWorkflow.TeamsApp;

/// <summary>
/// The app's icons: a clock's face with a tick for hands. Drawn by distances from shapes, so that both sizes are the same
/// drawing and nobody needs a drawing program to change it.
/// </summary>
internal static class Icon
{
    public const string ColorFile = "color.png";
    public const string OutlineFile = "outline.png";

    public const int ColorSize = 192;
    public const int OutlineSize = 32;

    private const double Radius = 0.30;

    /// <summary>White on the service's blue, for the catalogue and the list of apps.</summary>
    public static byte[] Color() =>
        Png.Of(ColorSize, new Rgba(0x1D, 0x70, 0xB8, 255), White(ColorSize, 0.055));

    /// <summary>White on nothing, for Teams' own bars.</summary>
    public static byte[] Outline() =>
        Png.Of(OutlineSize, new Rgba(255, 255, 255, 0), White(OutlineSize, 0.085));

    private static Func<double, double, double> White(int size, double thickness) =>
        (x, y) =>
        {
            var ring = Math.Abs(Length(x - 0.5, y - 0.5) - Radius) - (thickness / 2);
            var tick =
                Math.Min(Segment(x, y, 0.39, 0.51, 0.47, 0.59), Segment(x, y, 0.47, 0.59, 0.62, 0.41))
                - (thickness / 2);
            return Cover(size, Math.Min(ring, tick));
        };

    // How much of a pixel a shape covers whose edge is that far away, in parts of the picture.
    private static double Cover(int size, double distance) => Math.Clamp(0.5 - (distance * size), 0, 1);

    private static double Segment(double x, double y, double x1, double y1, double x2, double y2)
    {
        var (dx, dy) = (x2 - x1, y2 - y1);
        var along = Math.Clamp((((x - x1) * dx) + ((y - y1) * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
        return Length(x - x1 - (along * dx), y - y1 - (along * dy));
    }

    private static double Length(double x, double y) => Math.Sqrt((x * x) + (y * y));
}
