using System.Globalization;
using System.Text;
using YosWorkflow.Web.Tests.Access;

namespace YosWorkflow.Web.Tests.Security;

/// <summary>
/// Spoils good requests at random, the same ones for the same seed. What would change something is always left without a body that
/// can be read, so that none of it can be carried out.
/// </summary>
internal sealed class Spoiler(int seed)
{
    private static readonly string[] Routes =
    [
        .. AccessLine
            .All.Where(line => line.Host != "local")
            .Select(line => line.Route)
            .Distinct(StringComparer.Ordinal),
    ];

    private static readonly string[] Methods =
    [
        "GET",
        "GET",
        "GET",
        "POST",
        "POST",
        "PUT",
        "DELETE",
        "HEAD",
        "PATCH",
        "OPTIONS",
        "TRACE",
        "PROPFIND",
        "x",
    ];

    private static readonly string[] Names =
    [
        "Accept",
        "Accept-Encoding",
        "Authorization",
        "Content-Encoding",
        "Content-Language",
        "Cookie",
        "Expect",
        "Forwarded",
        "From",
        "Host",
        "If-Match",
        "If-Modified-Since",
        "If-None-Match",
        "Origin",
        "Prefer",
        "Range",
        "Referer",
        "Sec-Fetch-Site",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-HTTP-Method-Override",
        "X-MS-CLIENT-PRINCIPAL",
        "X-MS-CLIENT-PRINCIPAL-ID",
        "X-Original-URL",
        "x-functions-key",
        "X-Twilio-Email-Event-Webhook-Signature",
        "X-Twilio-Email-Event-Webhook-Timestamp",
        "x-nothing",
    ];

    private static readonly string[] Types =
    [
        "application/json",
        "application/json; charset=utf-16",
        "application/json; charset=nonsense",
        "text/json",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=x",
        "multipart/form-data; boundary=\"",
        "application/octet-stream",
        "application/",
        "/",
        ";",
        "a/b/c",
    ];

    private static readonly string[] Pieces =
    [
        "",
        "/",
        "//",
        "..",
        ".",
        "%",
        "%2",
        "%00",
        "%2F",
        "%5C",
        "%E2%82",
        "%zz",
        "'",
        "\"",
        "|",
        "K-OWN",
        "K-OTHER",
        "*",
        "~",
        ";",
        "api",
        "API",
        "obligations",
        "audits",
        "golden-thread",
        "2011-10",
        "2011-10-04",
        "9999-12-31",
        "0001-01-01",
        "-1",
        "{}",
        "{caseRef}",
        "<b>",
        "\u00e9",
        "\ud83d\ude00",
        "sign-in",
        "..%2f..%2f",
        "null",
        "undefined",
        "NaN",
        "1e309",
    ];

#pragma warning disable CA5394 // Nothing depends on nobody guessing it, and it has to come out the same each time.
    private readonly Random random = new(seed);

    /// <summary>A spoilt request.</summary>
    public HttpRequestMessage Next()
    {
        var request = EveryRoute.GoodRequest(Pick(Routes));
        if (Chance(2))
        {
            request.Headers.Remove("x-functions-key");
        }

        if (Chance(4))
        {
            request.Method = new HttpMethod(Pick(Methods));
        }

        if (Chance(2))
        {
            request.RequestUri = new Uri(SpoiltAddress(request.RequestUri!.OriginalString), UriKind.Relative);
        }

        if (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head)
        {
            request.Content = SpoiltBody();
        }

        for (var n = random.Next(4); n > 0; n--)
        {
            request.Headers.TryAddWithoutValidation(Pick(Names), Text(random.Next(60)));
        }

        return request;
    }

    /// <summary>A request that is none, or hardly one.</summary>
    public byte[] NextBytes()
    {
        var lines = new StringBuilder();
        lines.Append(
            CultureInfo.InvariantCulture,
            $"{Pick(Methods)} {Text(random.Next(30))}/{Pick(Pieces)} HTTP/{random.Next(3)}.{random.Next(3)}\r\n"
        );
        for (var n = random.Next(6); n > 0; n--)
        {
            lines.Append(
                CultureInfo.InvariantCulture,
                $"{Pick(Names)}{(Chance(5) ? "" : ":")} {Text(random.Next(40))}{(Chance(6) ? "\n" : "\r\n")}"
            );
        }

        if (Chance(3))
        {
            lines.Append(
                CultureInfo.InvariantCulture,
                $"Content-Length: {random.Next(-2, 9)}\r\nTransfer-Encoding: {Pick(Pieces)}\r\n"
            );
        }

        lines.Append("Connection: close\r\n\r\n").Append(Text(random.Next(50)));
        return Encoding.Latin1.GetBytes(lines.ToString());
    }

    private string SpoiltAddress(string address)
    {
        var parts = address.Split('?')[0].Split('/').ToList();
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            parts.Insert(random.Next(1, parts.Count + 1), Chance(10) ? Text(3_000) : Pick(Pieces));
        }

        var query = Enumerable
            .Range(0, random.Next(4))
            .Select(_ =>
                $"{Pick(["asOf", "team", "status", "owedBy", "after", "page", "pageSize", "for", "return", Text(5)])}={Text(random.Next(40))}"
            );
        return "/" + string.Join('/', parts.Skip(1)) + (Chance(2) ? "?" + string.Join('&', query) : "");
    }

    // Whatever comes out, no body that a route can read: it begins as none does, and breaks off.
    private ByteArrayContent SpoiltBody()
    {
        byte[] bytes = random.Next(5) switch
        {
            0 => [],
            1 => Bytes(random.Next(2_000)),
            2 => Encoding.UTF8.GetBytes("{\"by\":\"" + Text(random.Next(300))),
            3 => Encoding.UTF8.GetBytes(new string('[', random.Next(3_000))),
            _ => Encoding.UTF8.GetBytes(
                $"--x\r\nContent-Disposition: form-data; name=\"{Pick(["staff", "cases", "milestones", Text(8)])}\"\r\n\r\n{Text(500)}"
            ),
        };
        var content = new ByteArrayContent([0xFF, .. bytes]);
        content.Headers.TryAddWithoutValidation("Content-Type", Chance(8) ? Text(20) : Pick(Types));
        return content;
    }

    private string Text(int length) =>
        string.Concat(
            Enumerable
                .Range(0, length)
                .Select(_ => Chance(12) ? Pick(Pieces) : ((char)random.Next(' ', 0x7F)).ToString())
        );

    private byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private T Pick<T>(T[] among) => among[random.Next(among.Length)];

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;
#pragma warning restore CA5394
}
