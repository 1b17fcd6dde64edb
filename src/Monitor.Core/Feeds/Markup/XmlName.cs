namespace Monitor.Core.Feeds.Markup;

/// <summary>A tag's name. Equal names of one document are one object.</summary>
/// <param name="Prefix">Lower case; empty where there is none.</param>
/// <param name="Local">Lower case.</param>
internal sealed record XmlName(string Prefix, string Local)
{
    public Vocabulary Vocabulary { get; set; }

    /// <summary>The state of the namespaces in which <see cref="Vocabulary"/> was found.</summary>
    public int Scope { get; set; } = -1;

    /// <summary>Where the last end tag of this local name begins; -1 until somebody asks.</summary>
    public int LastEnd { get; set; } = -1;
}
