using System.Buffers;
using System.Text;
using Monitor.Core.Text;

namespace Monitor.Core.Articles;

/// <summary>
/// Foreign HTML to HTML that a browser can show and cannot run. Nothing is passed through: the output is written anew from
/// elements and attributes allowed by name (<see cref="AllowedHtml"/>), with every value quoted and every other sign of text
/// escaped, so what the input's parser might have thought does not matter. No element that changes how the text after it is
/// parsed (script, style, svg, math, textarea, title, noscript, template, iframe) is ever written, which is what mutation
/// attacks need. Tags are balanced, and table parts and list items stand only within their table or list, so the output
/// cannot break the page around it. Linear in its input.
/// </summary>
public static class HtmlSanitizer
{
    /// <summary>Resolving links may make the output longer than the input by this factor and no more.</summary>
    private const int MaxGrowth = 4;

    private static readonly SearchValues<char> TextSpecial = SearchValues.Create("<>&\0");
    private static readonly SearchValues<char> AttributeSpecial = SearchValues.Create("<>&\"'`\0\r\n\t");

    /// <param name="baseUrl">What relative addresses are relative to; where it is null they are dropped.</param>
    /// <returns>Well-formed HTML; empty where nothing is left.</returns>
    public static string Sanitize(string html, Uri? baseUrl)
    {
        ArgumentNullException.ThrowIfNull(html);
        var plain = html.AsSpan().IndexOfAny(TextSpecial) < 0;
        return plain ? html.Trim() : Sanitize(html.AsSpan(), new LinkBase(baseUrl), new StringBuilder(html.Length + 16));
    }

    internal static string Sanitize(ReadOnlySpan<char> html, LinkBase links, StringBuilder output)
    {
        output.Clear();
        html = html.Trim();
        if (html.IndexOfAny(TextSpecial) < 0)
        {
            return html.ToString();
        }

        var budget = (html.Length * MaxGrowth) + 4096;
        var open = new OpenElements();
        var scanner = new HtmlScanner(html);
        for (var token = scanner.Next(); token != HtmlToken.End; token = scanner.Next())
        {
            if (token == HtmlToken.Text)
            {
                AppendText(scanner.Text, output);
                continue;
            }

            var element = AllowedHtml.Find(scanner.Name);
            if (token == HtmlToken.EndTag)
            {
                if (element.Allowed && !element.Void)
                {
                    open.Close(element.Index, output);
                }
            }
            else if (element.Raw != RawContent.None)
            {
                TakeRaw(element, ref scanner, output);
            }
            else if (element.Allowed)
            {
                Open(element, ref scanner, open, links, output, output.Length < budget);
            }
        }

        open.CloseAll(output);
        return Trimmed(output);
    }

    private static void Open(AllowedElement element, ref HtmlScanner scanner, OpenElements open, LinkBase links, StringBuilder output, bool withLinks)
    {
        if (!open.Admits(element, output))
        {
            return;
        }

        var start = output.Length;
        output.Append('<').Append(element.Name);
        var source = false;
        uint written = 0;
        while (scanner.NextAttribute(out var name, out var value))
        {
            var attribute = AllowedHtml.Attribute(element, name);
            if (attribute == AllowedAttribute.None || (attribute != AllowedAttribute.Number && (written & (1u << (int)attribute)) != 0))
            {
                continue;
            }

            written |= 1u << (int)attribute;
            var text = HtmlEntities.Decode(value);
            var safe = attribute switch
            {
                AllowedAttribute.Href => withLinks ? links.Link(text) : null,
                AllowedAttribute.Src => withLinks ? links.Image(text) : null,
                AllowedAttribute.Number => text.Length is > 0 and < 6 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 ? text : null,
                _ => text,
            };
            if (safe is not null)
            {
                source |= attribute == AllowedAttribute.Src;
                output.Append(' ');
                foreach (var c in name)
                {
                    output.Append(char.ToLowerInvariant(c));
                }

                output.Append("=\"");
                AppendAttribute(safe, output);
                output.Append('"');
            }
        }

        if (element.NeedsSource && !source)
        {
            output.Length = start;
            return;
        }

        output.Append('>');
        if (!element.Void)
        {
            open.Push(element.Index);
        }
    }

    private static void TakeRaw(AllowedElement element, ref HtmlScanner scanner, StringBuilder output)
    {
        if (scanner.SkipRawText(element.Name))
        {
            if (element.Raw == RawContent.Text)
            {
                AppendText(scanner.Text, output);
            }
        }
        else if (element.Raw == RawContent.Code)
        {
            scanner.SkipToEnd();
        }
    }

    internal static void AppendText(ReadOnlySpan<char> text, StringBuilder output)
    {
        for (var at = text.IndexOfAny(TextSpecial); at >= 0; at = text.IndexOfAny(TextSpecial))
        {
            output.Append(text[..at]);
            var c = text[at];
            var reference = c == '&' ? HtmlEntities.Read(text[at..], out _) : 0;
            if (reference > 0 && text[at + reference - 1] == ';')
            {
                output.Append(text.Slice(at, reference));
                text = text[(at + reference)..];
                continue;
            }

            output.Append(c switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", _ => "" });
            text = text[(at + 1)..];
        }

        output.Append(text);
    }

    private static void AppendAttribute(ReadOnlySpan<char> value, StringBuilder output)
    {
        for (var at = value.IndexOfAny(AttributeSpecial); at >= 0; at = value.IndexOfAny(AttributeSpecial))
        {
            output.Append(value[..at]).Append(value[at] switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '`' => "&#96;",
                '\0' => "",
                _ => " ",
            });
            value = value[(at + 1)..];
        }

        output.Append(value);
    }

    private static string Trimmed(StringBuilder output)
    {
        int start = 0, end = output.Length;
        while (end > 0 && char.IsWhiteSpace(output[end - 1]))
        {
            end--;
        }

        while (start < end && char.IsWhiteSpace(output[start]))
        {
            start++;
        }

        return output.ToString(start, end - start);
    }
}
