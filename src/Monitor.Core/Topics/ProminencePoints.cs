namespace Monitor.Core.Topics;

/// <summary>
/// What makes a topic a main subject: points for each way in which an article shows it, each measured from 0 to 1. All are
/// 0 or more, so that more evidence never makes a topic less of a subject.
/// </summary>
/// <param name="Title">A signal in the title.</param>
/// <param name="TitleContext">Only context in the title.</param>
/// <param name="Lead">A signal in the summary or in the first words of the text.</param>
/// <param name="LeadContext">Only context there.</param>
/// <param name="Spread">Share of the article's fifths that hold a signal.</param>
/// <param name="SpreadContext">Share of the article's fifths that hold a signal or context.</param>
/// <param name="Density">Places where signals fired, to a hundred words; 4 and more count as 1.</param>
/// <param name="Variety">Different signals that fired; 4 and more count as 1.</param>
public sealed record ProminencePoints(
    double Title,
    double TitleContext,
    double Lead,
    double LeadContext,
    double Spread,
    double SpreadContext,
    double Density,
    double Variety)
{
    /// <summary>Where a file gives none: title and lead decide, and what runs through the article.</summary>
    public static ProminencePoints Default { get; } = new(1, 0.3, 1, 0.3, 1, 0.5, 0.5, 0.5);

    /// <summary>The names in a topic file, in the order of <see cref="ToArray"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["title", "titleContext", "lead", "leadContext", "spread", "spreadContext", "density", "variety"];

    public double[] ToArray() => [Title, TitleContext, Lead, LeadContext, Spread, SpreadContext, Density, Variety];

    public static ProminencePoints From(IReadOnlyList<double> v) => new(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);

    /// <summary>The sum for an article measured so.</summary>
    public double Of(ProminencePoints measured) =>
        ToArray().Zip(measured.ToArray(), (points, measure) => points * measure).Sum();
}
