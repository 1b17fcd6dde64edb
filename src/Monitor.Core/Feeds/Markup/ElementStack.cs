using System.Text;

namespace Monitor.Core.Feeds.Markup;

/// <summary>An element that has begun.</summary>
/// <param name="Namespaces">Declarations in force around it.</param>
/// <param name="Base">What relative addresses in it are relative to; null where nothing is known.</param>
internal readonly record struct OpenElement(XmlName Name, Vocabulary Vocabulary, int Namespaces, Uri? Base, Field Field = Field.None);

/// <summary>The elements that are open at a place in the document, and what their names and addresses mean there.</summary>
/// <param name="url">Where the document came from; null where that is not known.</param>
internal sealed class ElementStack(Uri? url)
{
    /// <summary>No feed nests deeper. What does is counted and passed over.</summary>
    public const int MaxDepth = 200;

    private const int MaxAddress = 2048;

    private readonly OpenElement[] open = new OpenElement[MaxDepth];
    private readonly XmlNames names = new();
    private readonly Namespaces namespaces = new();

    public int Depth { get; private set; }

    public bool IsFull => Depth == MaxDepth;

    public OpenElement this[int index] => open[index];

    public XmlName NameOf(ReadOnlySpan<byte> written) => names.Of(written);

    /// <summary>The element that a start tag begins, not yet on the stack; its declarations are in force at once.</summary>
    public OpenElement Enter(ref XmlScanner scanner)
    {
        var before = namespaces.Count;
        var around = Depth > 0 ? open[Depth - 1].Base : url;
        for (var i = 0; i < scanner.AttributeCount; i++)
        {
            var name = scanner.AttributeName(i);
            var value = scanner.AttributeValue(i);
            if (name.StartsWith("xmlns"u8))
            {
                if (name.Length == 5 || name[5] == ':')
                {
                    var prefix = name.Length == 5 ? "" : Encoding.UTF8.GetString(name[6..]).ToLowerInvariant();
                    namespaces.Declare(prefix, XmlEntities.Decode(value[..Math.Min(value.Length, 256)]));
                }
            }
            else if (name.SequenceEqual("xml:base"u8) && value.Length <= MaxAddress)
            {
                around = Resolve(around, XmlEntities.Decode(value).Trim());
            }
        }

        var written = names.Of(scanner.Name);
        return new OpenElement(written, namespaces.Of(written), before, around);
    }

    /// <summary>The root's own prefix means the format itself, whatever address it is given.</summary>
    public void Own(string prefix) => namespaces.Own(prefix);

    public void Push(OpenElement element) => open[Depth++] = element;

    public OpenElement Pop()
    {
        var element = open[--Depth];
        namespaces.BackTo(element.Namespaces);
        return element;
    }

    /// <returns>The index of the innermost element of that name; -1 where none is open.</returns>
    public int Find(XmlName name)
    {
        var at = Depth - 1;
        while (at >= 0 && !ReferenceEquals(open[at].Name, name))
        {
            at--;
        }

        return at;
    }

    private static Uri? Resolve(Uri? around, string address)
    {
        var absolute = around is null ? Uri.TryCreate(address, UriKind.Absolute, out var found) : Uri.TryCreate(around, address, out found);
        return absolute && found!.Scheme is "http" or "https" && found.OriginalString.Length <= MaxAddress ? found : around;
    }
}
