using System.Text;
using Monitor.Core.Articles;

namespace Monitor.Core.Feeds;

/// <summary>Turns the text of a field, once it has ended, into what the entry or the feed says.</summary>
internal sealed class FieldWriter(Draft feed, FieldText text, ProblemLog problems)
{
    private const int MaxShown = 40;

    private readonly StringBuilder output = new();

    /// <param name="entry">The entry that the field stands in; null where it is the feed's own.</param>
    /// <param name="around">The address that links of the element are relative to.</param>
    public void Write(Draft? entry, Uri? around)
    {
        var target = entry ?? feed;
        text.End();
        var (field, rank) = (text.Field, text.Rank);
        var value = text.Value;
        switch (field)
        {
            case Field.Summary or Field.Content:
                if (entry is not null && entry.Wants(field, rank) && !value.IsWhiteSpace())
                {
                    entry.Set(field, rank, HtmlSanitizer.Sanitize(value, Links(text.InnerBase ?? around), output));
                }

                break;
            case Field.Id:
                var id = value.Trim().ToString();
                target.Set(field, rank, id);
                if (text.IsPermaLink)
                {
                    SetWebLink(target, 6, id, around);
                }

                break;
            case Field.Link:
                target.SetLink(rank, value.ToString(), Links(around));
                break;
            case Field.Published or Field.Updated:
                if (!target.SetDate(field, rank, value))
                {
                    var shown = value.Trim();
                    problems.Add($"\"{shown[..Math.Min(shown.Length, MaxShown)]}{(shown.Length > MaxShown ? "…" : "")}\" is no date", text.Start);
                }

                break;
            case Field.Author:
                target.AddAuthor(rank, text.Person());
                break;
            case Field.Category:
                target.AddCategory(HtmlText.Line(value));
                break;
            case Field.Keywords:
                foreach (var range in value.Split(','))
                {
                    target.AddCategory(HtmlText.Line(value[range]));
                }

                break;
            case Field.Outlet:
                feed.Set(field, rank, HtmlText.Line(value));
                break;
            default:
                target.Set(field, rank, HtmlText.Line(value));
                break;
        }
    }

    /// <summary>An identifier is a link where it is an address of the web; it is never made one.</summary>
    public void SetWebLink(Draft target, int rank, string id, Uri? around)
    {
        if (LinkBase.SchemeOf(id).StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            target.SetLink(rank, id, Links(around));
        }
    }

    /// <summary>Without an address of its own a document's links are relative to its site.</summary>
    public LinkBase Links(Uri? around) =>
        new(around ?? (Uri.TryCreate(feed[Field.Link], UriKind.Absolute, out var site) && site.Scheme is "http" or "https" ? site : null));
}
