using System.ComponentModel.DataAnnotations;

namespace Monitor.Pipeline.RereadPages;

/// <summary>How often, and how many, pages of matched articles are read again.</summary>
public sealed class RereadOptions
{
    /// <summary>
    /// Hours after the match at which a page is read again. Empty, the default, for 1, 6, 24 and 72: corrections come early.
    /// </summary>
    public IReadOnlyList<double> Hours { get; set; } = [];

    /// <summary>Pages read again in one run, over all outlets. Default 30; 0 for none.</summary>
    [Range(0, 1_000)]
    public int PagesARun { get; set; } = 30;

    /// <summary>Of these, pages of one host. Default 3.</summary>
    [Range(1, 1_000)]
    public int PagesOfAHost { get; set; } = 3;

    /// <summary>How long pages are asked for again in one run; what is not read by then stays due. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Time { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Articles that are watched at once; of more, those that matched last are. Default 5,000.</summary>
    [Range(1, 100_000)]
    public int Watched { get; set; } = 5_000;

    internal IReadOnlyList<TimeSpan> Times() =>
        [.. (Hours.Count > 0 ? Hours.Order() : (IEnumerable<double>)[1, 6, 24, 72]).Where(hours => hours > 0).Select(TimeSpan.FromHours)];
}
