namespace Monitor.Core.Stories.Quotes;

/// <summary>A word, a mark, or a whole stretch in quotation marks, which the grammar around it treats as one.</summary>
/// <param name="Start">Offset in the article's text.</param>
/// <param name="Text">As written; for a quotation with its marks.</param>
internal readonly record struct Token(TokenKind Kind, int Start, string Text)
{
    public string Lower => Text.ToLowerInvariant();

    public bool IsCapital => Kind == TokenKind.Word && char.IsUpper(Text[0]);

    /// <summary>The last character inside the quotation marks; a space where there is none.</summary>
    public char LastQuoted => Text.Length < 2 ? ' ' : char.IsLetterOrDigit(Text[^1]) || Text[^1] is '.' or '!' or '?' ? Text[^1] : Text[^2];

    public int End => Start + Text.Length;
}

internal enum TokenKind
{
    Word,
    Quotation,
    Comma,
    Mark,
}
