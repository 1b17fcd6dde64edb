using System.Text;
using System.Text.Json;

namespace Monitor.Core.Articles;

/// <summary>
/// JSON as pages carry it: comments, trailing commas, raw line breaks inside strings, escapes that JSON does not know,
/// CDATA and HTML comment marks around it, more text after it. One pass mends all of these.
/// </summary>
internal static class LenientJson
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 128 };

    /// <summary>The document, which the caller disposes; null where even the mended text is not JSON.</summary>
    public static JsonDocument? Parse(string text) => Strict(text) ?? Strict(Mended(text));

    private static JsonDocument? Strict(string text)
    {
        try
        {
            return JsonDocument.Parse(text, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Mended(string text)
    {
        var wrapped = text.IndexOf("CDATA[", StringComparison.Ordinal) is >= 0 and < 40 and var mark ? mark + "CDATA[".Length : 0;
        var start = text.AsSpan(wrapped).IndexOfAny('{', '[') + wrapped;
        if (start < wrapped)
        {
            return "";
        }

        var mended = new StringBuilder(text.Length);
        var depth = 0;
        var inString = false;
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (inString)
            {
                if (c == '\\' && i + 1 < text.Length)
                {
                    Escape(text[++i]);
                    continue;
                }

                inString = c != '"';
                mended.Append(c < ' ' ? ' ' : c);
                continue;
            }

            mended.Append(c);
            inString = c == '"';
            depth += c is '{' or '[' ? 1 : c is '}' or ']' ? -1 : 0;
            if (depth == 0)
            {
                break;
            }
        }

        return mended.ToString();

        void Escape(char c)
        {
            if (c is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' or 'u')
            {
                mended.Append('\\');
            }

            mended.Append(c < ' ' ? ' ' : c);
        }
    }
}
