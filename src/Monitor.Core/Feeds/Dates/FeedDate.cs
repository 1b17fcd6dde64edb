namespace Monitor.Core.Feeds.Dates;

/// <summary>
/// A date as feeds write them: RFC 822 and its dialects, W3CDTF, ISO 8601 with and without its signs, asctime, American and
/// European numbers, month names of many languages, zones by name, number and place. Weekdays are not believed. A time without
/// a zone is UTC; one in Korean is Korean time. Days past the end of a month run into the next, as outlets mean them.
/// </summary>
public static class FeedDate
{
    /// <summary>No date is longer; more is text.</summary>
    private const int MaxLength = 120;

    /// <returns>The instant, to the second; null where the text is no date that can be told.</returns>
    public static DateTimeOffset? Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length is < 4 or > MaxLength)
        {
            return null;
        }

        var reading = new DateReading(text);
        return reading.Read() ? reading.ToInstant() : null;
    }
}
