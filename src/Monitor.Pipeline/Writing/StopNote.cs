using System.Net;

namespace Monitor.Pipeline.Writing;

/// <summary>The small print by which a reader stops a mail. Its address is each recipient's own, so it is put in at the end.</summary>
/// <param name="Html">With <see cref="Place"/> where the address goes.</param>
/// <param name="Text">The same, for the end of the plain text; ends with a line feed.</param>
/// <param name="Before">What the HTML goes right in front of: a tag that stands in the mail once.</param>
public sealed record StopNote(string Html, string Text, string Before)
{
    public const string Place = "{address}";

    public string Into(string html, Uri address)
    {
        var at = html.LastIndexOf(Before, StringComparison.Ordinal);
        return at < 0 ? html : html.Insert(at, Html.Replace(Place, WebUtility.HtmlEncode(address.AbsoluteUri), StringComparison.Ordinal));
    }

    public string After(string text, Uri address) => text + Text.Replace(Place, address.AbsoluteUri, StringComparison.Ordinal);
}
