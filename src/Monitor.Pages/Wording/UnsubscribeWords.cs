using Monitor.Core.Digests;
using Monitor.Pipeline.Unsubscribe;

namespace Monitor.Pages.Wording;

/// <summary>The unsubscribe page in words.</summary>
/// <param name="Button">Null where there is nothing to press.</param>
/// <param name="Contact">Where to write to, and how it is shown; null where nobody is named.</param>
public sealed record UnsubscribeWords(string Title, IReadOnlyList<string> Lines, string? Button = null, (string Link, string Shown)? Contact = null)
{
    public static UnsubscribeWords Of(UnsubscribeAnswer answer) => answer switch
    {
        UnsubscribeAnswer.Asks asks => new(
            "Stop these mails?",
            [$"Monitor will send you no more of: {Name(asks.List)}.", "Nothing happens until you press the button. Other mails of Monitor are not affected."],
            "Stop these mails"),
        UnsubscribeAnswer.Left left => new(
            "You are unsubscribed",
            [$"Monitor sends you no more of: {Name(left.List)}.", "A mail that is on its way already may still arrive."],
            Contact: Written(left.Contact)),
        _ => new(
            "This link does not work",
            ["It is not complete, or not valid any more. Nothing was changed.", "Try the link in the newest mail, or answer that mail."]),
    };

    private static string Name(string? list) => Legible.Line(list, 80) is { Length: > 0 } name ? name : "these mails";

    private static (string Link, string Shown)? Written(string contact) =>
        Recipient.IsAddress(contact) ? ($"mailto:{contact}", contact)
        : WebAddress.Link(contact) is { } link ? (link, link)
        : null;
}
