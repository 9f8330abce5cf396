using System.Xml;
using System.Xml.Linq;
using YosWorkflow.Core.Chasing.Messages;

namespace YosWorkflow.Core.Tests.Chasing.Messages;

/// <summary>An email's HTML, read as strictly as XML is.</summary>
internal static class EmailHtml
{
    public static XDocument Parse(EmailMessage email)
    {
        using var reader = XmlReader.Create(
            new StringReader(email.Html),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore }
        );
        return XDocument.Load(reader);
    }

    /// <summary>What is to be read in it, a text node a line.</summary>
    public static IReadOnlyList<string> Texts(XDocument html) =>
        [
            .. html.Descendants("body")
                .DescendantNodes()
                .OfType<XText>()
                .Select(text => text.Value.Trim())
                .Where(text => text.Length > 0),
        ];
}
