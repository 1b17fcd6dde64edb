using System.Net;
using System.Security;
using System.Text;
using System.Xml;

namespace Monitor.Core.Feeds;

/// <summary>
/// Makes well-formed XML of an OPML file as other programs really write it: bare ampersands, HTML entities, quotes inside
/// quotes, markup in attributes, doubled attributes, undeclared prefixes, a DOCTYPE, tags that are crossed or never closed.
/// Line ends are kept, so that elements keep their lines. Linear in the text.
/// </summary>
internal sealed class OpmlMender
{
    private readonly OpmlScanner scanner;
    private readonly StringBuilder mended = new();
    private readonly Stack<string> open = new();
    private readonly Dictionary<string, int> openByName = new(StringComparer.Ordinal);
    private readonly HashSet<string> prefixes;

    private OpmlMender(string text)
    {
        scanner = new(text);
        prefixes = DeclaredPrefixes(text);
    }

    public static (string Xml, IReadOnlyList<(int Line, string Message)> Notes) Mend(string text)
    {
        var mender = new OpmlMender(text);
        mender.Run();
        return (mender.mended.ToString(), mender.scanner.Notes);
    }

    private void Run()
    {
        while (!scanner.AtEnd)
        {
            if (scanner.IsAt("<!--"))
            {
                Comment();
            }
            else if (scanner.IsAt("<![CDATA["))
            {
                scanner.Position += 9;
                WriteContent(scanner.Until("]]>"));
            }
            else if (scanner.IsAt("<!"))
            {
                Doctype();
            }
            else if (scanner.IsAt("<?"))
            {
                WriteLineEnds(scanner.Until("?>"));
            }
            else if (scanner.IsAt("</") && scanner.IsNameAt(scanner.Position + 2))
            {
                EndTag();
            }
            else if (scanner.IsAt("<") && scanner.IsNameAt(scanner.Position + 1))
            {
                StartTag();
            }
            else
            {
                WriteContent(WebUtility.HtmlDecode(scanner.Text()));
            }
        }

        if (open.Count > 0)
        {
            scanner.Note($"the file breaks off inside <{open.Peek()}>: what was open is closed");
            CloseDownTo(0);
        }
    }

    private void Comment()
    {
        scanner.Position += 4;
        var content = scanner.Until("-->").Replace("--", "- -", StringComparison.Ordinal);
        mended.Append("<!--").Append(Clean(content)).Append(content.EndsWith('-') ? " -->" : "-->");
    }

    private void Doctype()
    {
        scanner.Note("a DOCTYPE is left out: it is never processed");
        var declaration = scanner.Until(">");
        WriteLineEnds(declaration);

        // One that declares entities ends with ]>.
        if (declaration.Contains('[') && !declaration.EndsWith(']'))
        {
            WriteLineEnds(scanner.Until("]>"));
        }
    }

    private void EndTag()
    {
        scanner.Position += 2;
        var name = ElementName(scanner.Name());
        if (openByName.GetValueOrDefault(name) == 0)
        {
            scanner.Note($"</{name}> closes nothing: it is left out");
        }
        else
        {
            while (open.Peek() != name)
            {
                scanner.Note($"<{open.Peek()}> is not closed before </{name}>: it is closed there");
                CloseDownTo(open.Count - 1);
            }

            CloseDownTo(open.Count - 1);
        }

        WriteLineEnds(scanner.Until(">"));
    }

    private void StartTag()
    {
        scanner.Position++;
        var name = ElementName(scanner.Name());
        var attributes = new List<(string Name, string Value)>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var lineEnds = 0;
        var isEmpty = false;
        while (!scanner.AtEnd && scanner.Current != '>')
        {
            if (scanner.IsNameAt(scanner.Position))
            {
                var attribute = scanner.Name();
                var value = scanner.Value();
                lineEnds += value.Count(letter => letter == '\n');
                if (names.Add(attribute))
                {
                    attributes.Add((attribute, value));
                }
                else
                {
                    scanner.Note($"{attribute} stands twice in one tag: the first is kept");
                }

                isEmpty = false;
            }
            else
            {
                isEmpty = scanner.Current == '/' || (isEmpty && char.IsWhiteSpace(scanner.Current));
                lineEnds += scanner.Current == '\n' ? 1 : 0;
                scanner.Position++;
            }
        }

        scanner.Position++;
        if (open.Count == 0 && openByName.Count > 0)
        {
            scanner.Note($"<{name}> stands after the end of the document: it is left out");
            return;
        }

        DeclarePrefixes(name, attributes);
        WriteStartTag(name, attributes, lineEnds);
        if (isEmpty)
        {
            CloseDownTo(open.Count - 1);
        }
    }

    private void DeclarePrefixes(string name, List<(string Name, string Value)> attributes)
    {
        foreach (var prefix in attributes.Select(attribute => Prefix(attribute.Name)).Append(Prefix(name)).Distinct().ToList())
        {
            if (prefix.Length > 0 && !prefixes.Contains(prefix))
            {
                scanner.Note($"the prefix {prefix} is not declared: a namespace is made up for it");
                attributes.Add(($"xmlns:{prefix}", $"urn:undeclared:{prefix}"));
            }
        }
    }

    private void WriteStartTag(string name, List<(string Name, string Value)> attributes, int lineEnds)
    {
        mended.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            mended.Append(' ').Append(attribute).Append("=\"");
            mended.Append(SecurityElement.Escape(Clean(WebUtility.HtmlDecode(value)).ReplaceLineEndings(" "))).Append('"');
        }

        mended.Append('\n', lineEnds).Append('>');
        open.Push(name);
        openByName[name] = openByName.GetValueOrDefault(name) + 1;
    }

    private void CloseDownTo(int depth)
    {
        while (open.Count > depth)
        {
            var name = open.Pop();
            openByName[name]--;
            mended.Append("</").Append(name).Append('>');
        }
    }

    // Text before and after the root has no place in XML.
    private void WriteContent(string content)
    {
        if (open.Count > 0)
        {
            mended.Append(SecurityElement.Escape(Clean(content)));
        }
        else
        {
            WriteLineEnds(content);
        }
    }

    private void WriteLineEnds(string skipped) => mended.Append('\n', skipped.Count(letter => letter == '\n'));

    // OPML's own elements are in lower case; some programs write them otherwise.
    private static string ElementName(string name) =>
        name.ToLowerInvariant() is var lower and ("opml" or "head" or "body" or "outline" or "title") ? lower : name;

    private static string Prefix(string name) => name.Contains(':') ? name[..name.IndexOf(':')] : string.Empty;

    private static HashSet<string> DeclaredPrefixes(string text)
    {
        const string Declaration = "xmlns:";
        var declared = new HashSet<string>(StringComparer.Ordinal) { "xml", "xmlns" };
        for (var found = text.IndexOf(Declaration, StringComparison.Ordinal); found >= 0; found = text.IndexOf(Declaration, found, StringComparison.Ordinal))
        {
            found += Declaration.Length;
            var end = found;
            while (end < text.Length && OpmlScanner.IsNameCharacter(text[end]))
            {
                end++;
            }

            declared.Add(text[found..end]);
        }

        return declared;
    }

    private static string Clean(string value)
    {
        var clean = new StringBuilder(value.Length);
        for (var index = 0; index < value.Length; index++)
        {
            if (XmlConvert.IsXmlChar(value[index]))
            {
                clean.Append(value[index]);
            }
            else if (index + 1 < value.Length && XmlConvert.IsXmlSurrogatePair(value[index + 1], value[index]))
            {
                clean.Append(value, index, 2);
                index++;
            }
        }

        return clean.ToString();
    }
}
