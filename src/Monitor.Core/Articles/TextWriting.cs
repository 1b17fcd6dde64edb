using System.Text;
using Monitor.Core.Text;

namespace Monitor.Core.Articles;

/// <summary>Plain text as it grows: white space folded, breaks owed until the next word.</summary>
internal sealed class TextWriting(StringBuilder text)
{
    private readonly StringBuilder decoded = new();
    private int owed;
    private bool space;

    public void Write(ReadOnlySpan<char> html)
    {
        decoded.Clear();
        HtmlEntities.Decode(html, decoded);
        foreach (var chunk in decoded.GetChunks())
        {
            foreach (var c in chunk.Span)
            {
                if (char.IsWhiteSpace(c))
                {
                    space = true;
                }
                else if (!char.IsControl(c))
                {
                    Settle();
                    text.Append(c);
                }
            }
        }
    }

    /// <param name="lines">Line ends before the next word: 2 for a paragraph, 1 for a line, 0 for a space, -1 for none.</param>
    public void Break(int lines)
    {
        owed = Math.Max(owed, lines);
        space |= lines == 0;
    }

    public void Bullet()
    {
        Settle();
        text.Append("- ");
    }

    public void WriteAddress(string? address)
    {
        if (address is not null && !text.ToString(Math.Max(0, text.Length - address.Length), Math.Min(address.Length, text.Length)).Equals(address, StringComparison.Ordinal))
        {
            text.Append(text.Length > 0 ? " <" : "<").Append(address).Append('>');
        }
    }

    public string Finish() => text.ToString().TrimEnd();

    private void Settle()
    {
        if (text.Length > 0 && owed > 0)
        {
            text.Append('\n', owed);
        }
        else if (text.Length > 0 && space && text[^1] is not (' ' or '\n'))
        {
            text.Append(' ');
        }

        owed = 0;
        space = false;
    }
}
