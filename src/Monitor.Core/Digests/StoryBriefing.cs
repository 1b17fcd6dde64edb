namespace Monitor.Core.Digests;

/// <summary>What a main story holds beside its articles.</summary>
/// <param name="IsNew">No article of it was there before the edition's window.</param>
/// <param name="Articles">Articles in the window that are nobody's copy.</param>
/// <param name="Reprints">Articles in the window that only copy others.</param>
/// <param name="Statement">The first sentence that says something new; null where none does.</param>
/// <param name="Facts">Figures and people named for the first time, the most telling first; at most six.</param>
/// <param name="Quotes">Who said what, a speaker once; at most two.</param>
/// <param name="First">The outlet that published first.</param>
/// <param name="FirstAt">When it did; UTC.</param>
/// <param name="Accounts">Different texts: a wire story counts once.</param>
/// <param name="Agencies">Agencies credited.</param>
/// <param name="Countries">Outlets by country, the most first.</param>
/// <param name="NotCarriedBy">Followed outlets without an article, where several others have one; otherwise empty.</param>
/// <param name="Named">People, then organisations that the articles name, the most named first; at most eight, and null where nobody looked.</param>
public sealed record StoryBriefing(
    bool IsNew,
    int Articles,
    int Reprints,
    string? Statement,
    IReadOnlyList<string> Facts,
    IReadOnlyList<DigestQuote> Quotes,
    string First,
    DateTimeOffset FirstAt,
    int Accounts,
    IReadOnlyList<string> Agencies,
    IReadOnlyList<CountryOutlets> Countries,
    IReadOnlyList<string> NotCarriedBy,
    IReadOnlyList<string>? Named = null);

/// <param name="Speaker">Name, or the words that the article uses.</param>
/// <param name="Role">Office or trade; null where the article gives none.</param>
/// <param name="Words">What stood in quotation marks, without them.</param>
/// <param name="Outlet">Where it was read.</param>
public sealed record DigestQuote(string Speaker, string? Role, string Words, string Outlet);

/// <param name="Country">NZ or AU; empty where unknown.</param>
public sealed record CountryOutlets(string Country, int Outlets);
