using System.Text;
using Monitor.Pages.Wording;

namespace Monitor.Pages.Text;

/// <summary>Plain text in lines of at most 78 characters (RFC 5322, 2.1.1), except where an address is longer.</summary>
internal sealed class PlainText
{
    public const int Width = 78;

    private readonly StringBuilder text = new();

    public void Blank() => text.Append('\n');

    public void Rule(char of) => text.Append(of, Width).Append('\n');

    /// <summary>A part of the mail begins.</summary>
    public void Heading(string name, string count)
    {
        Blank();
        Blank();
        Paragraph(name.ToUpperInvariant() + (count.Length > 0 ? $"  ({count})" : ""));
        Rule('=');
    }

    /// <summary>An address on a line of its own, never broken; nothing where there is none.</summary>
    public void Address(string? address, string indent)
    {
        if (address is not null)
        {
            text.Append(indent).Append(address).Append('\n');
        }
    }

    /// <summary>Wraps at spaces; a word longer than a line is broken between characters.</summary>
    public void Paragraph(string words, string first = "", string? next = null)
    {
        next ??= first;
        var line = new StringBuilder(first);
        var empty = true;
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word;
            if (!empty && line.Length + 1 + rest.Length > Width)
            {
                Flush();
            }

            while (rest.Length > Width - line.Length - (empty ? 0 : 1))
            {
                var end = Legible.EndOfCharacters(rest, Width - line.Length);
                line.Append(rest, 0, end);
                rest = rest[end..];
                Flush();
            }

            if (rest.Length > 0)
            {
                line.Append(empty ? "" : " ").Append(rest);
                empty = false;
            }
        }

        if (!empty)
        {
            Flush();
        }

        void Flush()
        {
            text.Append(line).Append('\n');
            line.Clear().Append(next);
            empty = true;
        }
    }

    public override string ToString() => text.ToString();
}
