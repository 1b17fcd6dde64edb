using System.Globalization;

namespace Monitor.Adapters.Http;

/// <summary>Retry-After in both its forms (RFC 9110, 10.2.3): seconds, or a date.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <summary>How long to wait; null where the header says nothing that can be understood. Never negative, at most a year.</summary>
    /// <param name="value">The header as received.</param>
    /// <param name="date">The Date header as received: a server whose clock is wrong is wrong in both.</param>
    public static TimeSpan? Parse(string? value, string? date, DateTimeOffset now)
    {
        var text = value?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            return seconds < Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : Longest;
        }

        if (!TryReadDate(text, out var until))
        {
            return null;
        }

        var wait = until - (TryReadDate(date?.Trim(), out var servers) ? servers : now);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < Longest ? wait : Longest;
    }

    private static bool TryReadDate(string? text, out DateTimeOffset date) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out date);
}
