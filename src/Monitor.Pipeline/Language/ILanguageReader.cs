using Monitor.Core.Language;

namespace Monitor.Pipeline.Language;

/// <summary>
/// Reads the gist of texts. What goes wrong with a service is no failure: whatever it does not give, the local reader does, and
/// the readout says why.
/// </summary>
public interface ILanguageReader
{
    Task<LanguageReadout> ReadAsync(IReadOnlyList<LanguageText> texts, CancellationToken cancellationToken);
}

/// <param name="Text">What the gist is of; the headline where there is nothing else.</param>
/// <param name="Language">BCP 47, such as en-NZ; null where unknown.</param>
public sealed record LanguageText(string Title, string Text, string? Language);

/// <param name="Gists">One for each text, in order.</param>
/// <param name="Problems">Why a service did not read what it should have, a clause each, without addresses or text; empty where it read all.</param>
public sealed record LanguageReadout(IReadOnlyList<Gist> Gists, IReadOnlyList<string> Problems);

/// <summary>Reads without any service.</summary>
public sealed class LocalLanguageReader : ILanguageReader
{
    public Task<LanguageReadout> ReadAsync(IReadOnlyList<LanguageText> texts, CancellationToken cancellationToken) =>
        Task.FromResult(Read(texts));

    public static LanguageReadout Read(IReadOnlyList<LanguageText> texts) =>
        new([.. texts.Select(text => LocalGist.Read(text.Title, text.Text))], []);
}
