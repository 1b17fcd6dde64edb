namespace Monitor.Core.Stories.Quotes;

/// <summary>What an article says that someone said.</summary>
/// <param name="Speaker">
/// The person's full name where the article gives one, otherwise the words it uses: "police", "the council", "a spokesman for the
/// builder". "He said" and "the minister said" are resolved to whom they stand for.
/// </param>
/// <param name="Role">Office or trade as the article gives it, without an article: "Tasman mayor"; null where it gives none.</param>
/// <param name="Verb">In small letters: "said", "told", "according to", ":" where only a name goes before; of the attribution before where a quote stands alone.</param>
/// <param name="Direct">The sentence holds words in quotation marks; otherwise it reports what was said.</param>
/// <param name="Sentence">The whole sentence as written, with the attribution.</param>
/// <param name="Start">Offset of the sentence in the text, in UTF-16 code units.</param>
public sealed record Quote(string Speaker, string? Role, string Verb, bool Direct, string Sentence, int Start);
