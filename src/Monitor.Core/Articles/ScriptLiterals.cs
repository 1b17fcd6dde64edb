using System.Globalization;
using System.Text;

namespace Monitor.Core.Articles;

/// <summary>
/// The prose among the string literals of scripts, for data that is no JSON: assignments one after the other, the arguments of a
/// function, objects that point to each other, rows pushed piece by piece. Literals that are the value of one property belong
/// together; a literal that holds data itself is looked into once.
/// </summary>
internal sealed class ScriptLiterals
{
    private const int LongestName = 64;
    private const int ShortestNested = 200;
    private const int ShortestHtml = 500;

    private readonly Dictionary<string, List<string>> byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly StringBuilder nested = new();
    private string html = "";

    /// <summary>Text or HTML, paragraphs divided by an empty line; null where there is none. Linear in the length of the code.</summary>
    public static string? Prose(IEnumerable<string> codes)
    {
        var literals = new ScriptLiterals();
        foreach (var code in codes)
        {
            literals.Read(code, mayNest: true);
        }

        literals.Read(literals.nested.ToString(), mayNest: false);
        var most = literals.byName.Values.MaxBy(texts => texts.Sum(text => text.Length)) ?? [];
        return literals.html.Length > 0 && literals.html.Length * 2 > most.Sum(text => text.Length) ? literals.html
            : most.Count > 0 ? string.Join("\n\n", most)
            : null;
    }

    private void Read(string code, bool mayNest)
    {
        var name = "";
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] is not ('"' or '\'' or '`') || Literal(code, i) is not var (text, end))
            {
                continue;
            }

            var next = end + 1;
            while (next < code.Length && char.IsWhiteSpace(code[next]))
            {
                next++;
            }

            if (next < code.Length && code[next] == ':')
            {
                name = text.Length <= LongestName ? text : "";
            }
            else
            {
                Take(text, NameBefore(code, i, name), mayNest);
            }

            i = end;
        }
    }

    private void Take(string text, string name, bool mayNest)
    {
        if (mayNest && text.Length >= ShortestNested && text.AsSpan().Count('"') >= 8 && !text.Contains("<p", StringComparison.Ordinal))
        {
            nested.Append(text);
        }
        else if (text.Length >= ShortestHtml && text.Contains("<p", StringComparison.OrdinalIgnoreCase))
        {
            html = text.Length > html.Length ? text : html;
        }
        else if (ScriptText.IsProse(text) && known.Add(text))
        {
            (byName.TryGetValue(name, out var texts) ? texts : byName[name] = []).Add(text);
        }
    }

    // The name of the property that the literal is the value of: before a colon, quoted or bare.
    private static string NameBefore(string code, int literal, string quoted)
    {
        var at = literal - 1;
        while (at >= 0 && char.IsWhiteSpace(code[at]))
        {
            at--;
        }

        if (at < 1 || code[at] != ':')
        {
            return "";
        }

        var end = at;
        while (at > 0 && end - at < LongestName && (char.IsLetterOrDigit(code[at - 1]) || code[at - 1] is '_' or '$'))
        {
            at--;
        }

        return at < end ? code[at..end] : quoted;
    }

    /// <summary>The literal that opens here, unescaped; null where the quote opens nothing: a literal ends on its line, unless it is a template.</summary>
    public static (string Text, int End)? Literal(string code, int start)
    {
        var quote = code[start];
        var text = new StringBuilder();
        for (var i = start + 1; i < code.Length; i++)
        {
            var c = code[i];
            if (c == quote)
            {
                return (text.ToString(), i);
            }

            if (c is '\n' or '\r' && quote != '`')
            {
                return null;
            }

            if (c != '\\' || i + 1 >= code.Length)
            {
                text.Append(c);
                continue;
            }

            i++;
            var digits = code[i] switch { 'u' => 4, 'x' => 2, _ => 0 };
            if (digits > 0 && i + digits < code.Length
                && ushort.TryParse(code.AsSpan(i + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                text.Append((char)unit);
                i += digits;
            }
            else
            {
                text.Append(code[i] switch { 'n' or 'r' => '\n', 't' => '\t', var other => other });
            }
        }

        return null;
    }
}
