namespace Monitor.Core.Topics;

/// <summary>What a topic makes of a document: the signals that fired, and what that comes to.</summary>
internal sealed class TopicReading
{
    private const int Fifths = 5;

    private readonly ReadDocument document;
    private readonly List<SignalHit>[] fired;

    public TopicReading(Topic topic, ReadDocument document, List<SignalHit>[] fired, IReadOnlyList<Signal> heldBack)
    {
        (Topic, this.document, this.fired, HeldBack) = (topic, document, fired, heldBack);
        Score = Fired.Sum(s => s.Weight);
        Measured = Measure();
    }

    public Topic Topic { get; }

    public IEnumerable<Signal> Fired => Topic.Signals.Where((_, i) => fired[i].Count > 0);

    /// <summary>Signals whose words are there, but which were cancelled, lack what they need, or are too few.</summary>
    public IReadOnlyList<Signal> HeldBack { get; }

    public double Score { get; }

    /// <summary>How the article shows the topic, each from 0 to 1.</summary>
    public ProminencePoints Measured { get; }

    public double Prominence => Topic.Prominence.Of(Measured);

    public bool IsMatch => Score >= Topic.MatchThreshold - 1e-9;

    public bool IsCentral => IsMatch && Prominence >= Topic.CentralThreshold - 1e-9;

    public TopicMatch Match() => new(Topic.Id, Round(Score), IsMatch, IsCentral, Evidence(), Round(Prominence));

    private static double Round(double value) => Math.Round(value, 3, MidpointRounding.AwayFromZero);

    private List<Evidence> Evidence()
    {
        var evidence = new List<(PhraseHit At, Evidence Of)>();
        for (var s = 0; s < fired.Length; s++)
        {
            foreach (var part in Topic.Signals[s].IsEvidence ? fired[s].SelectMany(h => h.Parts) : [])
            {
                var text = document.Document.Of(part.Field).Substring(part.Start, part.End - part.Start);
                evidence.Add((part, new Evidence(Topic.Signals[s].Id, part.Field.Name(), part.Start, text.Length, text, Topic.Signals[s].Weight)));
            }
        }

        return [.. evidence.OrderBy(e => e.At.Field).ThenBy(e => e.At.Start).Select(e => e.Of)];
    }

    /// <summary>Of a document without a title, how far the signals run through it stands for the title.</summary>
    private ProminencePoints Measure()
    {
        var naming = Places(s => s.IsNaming);
        if (naming.Count == 0)
        {
            return new ProminencePoints(0, 0, 0, 0, 0, 0, 0, 0);
        }

        var context = Places(s => s.IsContext);
        bool In(List<SignalHit> places, Field field) => places.Exists(p => p.Field == field);
        bool InLead(List<SignalHit> places) => places.Exists(p => p.Field == Field.Summary || (p.Field == Field.Text && p.FirstWord < Fields.LeadWords(document.TextWords)));
        var spread = Spread(naming);
        double One(bool yes) => yes ? 1 : 0;
        return new ProminencePoints(
            document.Document.Title.Length == 0 ? spread : One(In(naming, Field.Title)),
            One(!In(naming, Field.Title) && In(context, Field.Title)),
            One(InLead(naming)),
            One(!InLead(naming) && InLead(context)),
            spread,
            Spread([.. naming, .. context]),
            Math.Min(1, Mentions(naming) * 100.0 / Math.Max(25, document.Words) / 4),
            Math.Min(1, Fired.Count(s => s.IsNaming) / 4.0));
    }

    private List<SignalHit> Places(Func<Signal, bool> which) =>
        [.. fired.SelectMany((hits, s) => which(Topic.Signals[s]) ? hits : [])];

    /// <summary>Of a document without text, the share of title and summary.</summary>
    private double Spread(List<SignalHit> places)
    {
        if (document.TextWords == 0)
        {
            return places.Select(p => p.Field).Distinct().Count() / 2.0;
        }

        return places.Where(p => p.Field == Field.Text)
            .SelectMany(p => p.Parts.Select(part => part.FirstWord * Fifths / document.TextWords))
            .Distinct().Count() / (double)Fifths;
    }

    /// <summary>Places, counted once where signals overlap.</summary>
    private static int Mentions(List<SignalHit> places)
    {
        var (count, field, last) = (0, default(Field), -1);
        foreach (var place in places.OrderBy(p => p.Field).ThenBy(p => p.FirstWord))
        {
            if (place.Field != field || place.FirstWord > last)
            {
                count++;
                (field, last) = (place.Field, place.LastWord);
            }
            else
            {
                last = Math.Max(last, place.LastWord);
            }
        }

        return count;
    }
}
