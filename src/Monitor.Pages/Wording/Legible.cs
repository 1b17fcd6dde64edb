using System.Globalization;
using System.Text;
using Monitor.Core.Digests;

namespace Monitor.Pages.Wording;

/// <summary>
/// Text from outside, made fit to be read on one line: control characters, bidirectional controls and invisible characters
/// are gone, white space is one space, combining marks and joined characters stop at four, and half a surrogate pair is
/// U+FFFD.
/// </summary>
/// <remarks>Bidirectional controls: https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters. They are removed
/// rather than isolated, because a headline that needs them is rarer than one that abuses them.</remarks>
internal static class Legible
{
    private const int MaxMarksInARow = 4;
    private const int MaxJoinsInARow = 4;
    private const char Ellipsis = '…';

    /// <summary>Cleans <paramref name="raw"/> and cuts it to at most <paramref name="max"/> UTF-16 code units.</summary>
    public static string Line(string? raw, int max) => Cut(Clean(raw ?? "", []).Text, max);

    /// <summary>Cleans a text and moves its marks along. Marks that point outside of the text are dropped.</summary>
    public static MarkedText Clean(string raw, IReadOnlyList<Mark> marks)
    {
        var clean = new StringBuilder(raw.Length);
        var moved = new List<Mark>(marks.Count);
        int at = 0, mark = 0, opened = -1, accents = 0, joins = 0;
        bool gap = false, joined = false;
        while (at < raw.Length)
        {
            Rune.DecodeFromUtf16(raw.AsSpan(at), out var rune, out var length);
            if (opened >= 0 && at >= End(marks[mark]))
            {
                Close();
            }

            while (opened < 0 && mark < marks.Count && End(marks[mark]) <= at)
            {
                mark++;
            }

            var kind = KindOf(rune);
            accents = kind is Kind.Accent ? accents + 1 : 0;
            if (kind is Kind.Joiner)
            {
                joins++;
            }
            else if (kind is Kind.Shown && !joined && !IsSkinTone(rune.Value))
            {
                joins = 0;
            }

            joined = kind is Kind.Joiner;
            if (kind is Kind.Space)
            {
                gap = clean.Length > 0;
            }
            else if (kind is Kind.Shown
                || (kind is Kind.Accent && accents <= MaxMarksInARow)
                || (kind is Kind.Joiner && joins <= MaxJoinsInARow))
            {
                if (gap)
                {
                    clean.Append(' ');
                    gap = false;
                }

                if (opened < 0 && mark < marks.Count && marks[mark].Start <= at)
                {
                    opened = clean.Length;
                }

                clean.Append(rune.ToString());
            }

            at += length;
        }

        if (opened >= 0)
        {
            Close();
        }

        return new MarkedText(clean.ToString(), moved);

        void Close()
        {
            moved.Add(new Mark(opened, clean.Length - opened));
            opened = -1;
            mark++;
        }
    }

    /// <summary>Cuts at the last space that leaves most of the room used, otherwise between two characters as people see them.</summary>
    public static string Cut(string text, int max)
    {
        if (text.Length <= max)
        {
            return text;
        }

        var end = EndOfCharacters(text, max - 1);
        var space = text.LastIndexOf(' ', end, Math.Min(end, max / 4));
        return text[..(space > 0 ? space : end)].TrimEnd(' ', ',', ';', ':', '-', '–', '—') + Ellipsis;
    }

    /// <summary>Keeps the end of a text, as <see cref="Cut"/> keeps its beginning.</summary>
    public static string CutStart(string text, int max)
    {
        if (text.Length <= max)
        {
            return text;
        }

        var start = text.IndexOf(' ', text.Length - max + 1);
        return Ellipsis + (start < 0 ? "" : text[(start + 1)..]);
    }

    /// <summary>The largest boundary between characters that is at most <paramref name="max"/>; never inside a surrogate pair.</summary>
    public static int EndOfCharacters(string text, int max)
    {
        if (max >= text.Length)
        {
            return text.Length;
        }

        var end = 0;
        while (true)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(end, Math.Min(text.Length - end, max + 2 - end)));
            if (end + length > max)
            {
                break;
            }

            end += length;
        }

        return end > 0 ? end : max - (char.IsLowSurrogate(text[max]) ? 1 : 0);
    }

    private static int End(Mark mark) => mark.Start + mark.Length;

    private enum Kind
    {
        Shown,
        Accent,
        Joiner,
        Space,
        Dropped,
    }

    private static Kind KindOf(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => Kind.Space,
        UnicodeCategory.Control => Rune.IsWhiteSpace(rune) ? Kind.Space : Kind.Dropped,
        // Joiners hold families of emoji and some scripts together.
        UnicodeCategory.Format => rune.Value is 0x200C or 0x200D ? Kind.Joiner : Kind.Dropped,
        UnicodeCategory.PrivateUse => Kind.Dropped,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => Kind.Accent,
        _ => IsNonCharacter(rune.Value) ? Kind.Dropped : Kind.Shown,
    };

    private static bool IsSkinTone(int value) => value is >= 0x1F3FB and <= 0x1F3FF;

    private static bool IsNonCharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;
}
