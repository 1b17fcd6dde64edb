using System.Text;

namespace Monitor.Core.Feeds.Markup;

/// <summary>The text of the field that is being read; one a document, as long as its longest field.</summary>
internal sealed class CharBuffer
{
    private char[] chars = new char[4096];

    public int Length { get; set; }

    public ReadOnlySpan<char> Span => chars.AsSpan(0, Length);

    public ReadOnlySpan<char> From(int start) => chars.AsSpan(start, Length - start);

    public void Append(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        Length += Encoding.UTF8.GetChars(utf8, chars.AsSpan(Length));
    }

    public void Append(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(chars.AsSpan(Length));
        Length += text.Length;
    }

    private void Reserve(int more)
    {
        if (Length + more > chars.Length)
        {
            Array.Resize(ref chars, Math.Max(chars.Length * 2, Length + more));
        }
    }
}
