using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace YosWorkflow.Core.Chasing.Messages;

/// <summary>A piece of HTML. It is only made from literals, from other markup, and from text, which is always encoded.</summary>
internal readonly record struct Markup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string? html;

    private Markup(string html) => this.html = html;

    /// <summary>Nothing.</summary>
    public static Markup None { get; }

    /// <summary>Markup from a literal with text and other markup in its holes.</summary>
    public static Markup Of(Handler html) => new(html.ToString());

    /// <summary>Pieces one after the other.</summary>
    public static Markup All(IEnumerable<Markup> pieces) => new(string.Concat(pieces));

    /// <inheritdoc/>
    public override string ToString() => html ?? "";

    /// <summary>Encodes what is put into the holes of an interpolated string, unless it is markup.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Handler
    {
        private readonly StringBuilder html;

        public Handler(int literalLength, int formattedCount) =>
            html = new StringBuilder(literalLength + 32 * formattedCount);

        public void AppendLiteral(string literal) => html.Append(literal);

        public void AppendFormatted(string text) => html.Append(Encoder.Encode(text));

        public void AppendFormatted(Markup markup) => html.Append(markup.ToString());

        public override string ToString() => html.ToString();
    }
}
