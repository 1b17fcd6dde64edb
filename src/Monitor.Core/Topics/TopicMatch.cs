namespace Monitor.Core.Topics;

/// <summary>What is matched: the parts of an article that topic rules look at. Plain text; missing parts are empty.</summary>
public sealed record TopicDocument(string Title, string Summary, string Text);

/// <summary>What one topic says about one document.</summary>
/// <param name="Topic">The topic's id.</param>
/// <param name="Score">Sum of the weights that fired, in the scale of the topic's thresholds.</param>
/// <param name="Matched">The topic is mentioned at all.</param>
/// <param name="Central">The topic is a main subject; implies <paramref name="Matched"/>.</param>
/// <param name="Evidence">Every hit that counted, in order of field and position.</param>
/// <param name="Prominence">How much of the document is about the topic, in the scale of the central threshold.</param>
public sealed record TopicMatch(
    string Topic,
    double Score,
    bool Matched,
    bool Central,
    IReadOnlyList<Evidence> Evidence,
    double Prominence = 0);

/// <summary>One hit of one signal.</summary>
/// <param name="Signal">The signal's id.</param>
/// <param name="Field">title, summary or text.</param>
/// <param name="Start">Offset into the field as given, in UTF-16 code units.</param>
/// <param name="Length">Length in UTF-16 code units, at least 1.</param>
/// <param name="Text">The words that were hit, as given.</param>
/// <param name="Weight">What the signal adds to the score, once; 0 for context.</param>
public sealed record Evidence(string Signal, string Field, int Start, int Length, string Text, double Weight = 0);
