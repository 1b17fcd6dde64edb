namespace Monitor.Core.Text;

/// <summary>What kind of document the bytes are meant to be; it decides where a declaration is looked for.</summary>
public enum MarkupKind
{
    Xml,
    Html,
    Json,
    Plain,
}

/// <summary>Why an encoding was chosen, strongest first.</summary>
public enum EncodingEvidence
{
    /// <summary>A byte order mark.</summary>
    ByteOrderMark,

    /// <summary>The pattern of zero bytes that only UTF-16 and UTF-32 leave.</summary>
    ZeroBytes,

    /// <summary>The charset of the Content-Type header.</summary>
    Header,

    /// <summary>The XML declaration or the page's meta element.</summary>
    Declaration,

    /// <summary>The bytes themselves: nothing was declared, or what was declared is not true.</summary>
    Sniffed,
}

/// <summary>A document's text, and how its bytes were understood.</summary>
/// <param name="Text">Never holds a byte order mark; bytes that no reading fits are U+FFFD.</param>
/// <param name="Encoding">The WHATWG name of the encoding used, such as utf-8 or windows-1252.</param>
/// <param name="Mended">One clause for people where the document's own word was not true; null otherwise.</param>
public sealed record DecodedText(string Text, string Encoding, EncodingEvidence Evidence, string? Mended = null);
