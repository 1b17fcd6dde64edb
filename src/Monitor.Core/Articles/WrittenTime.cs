using System.Collections.Frozen;
using System.Globalization;
using NodaTime;

namespace Monitor.Core.Articles;

/// <summary>
/// A date or time as a page writes it: ISO 8601 in its many spellings, seconds or milliseconds since 1970, or words
/// ("19 November 2019, 12.04am AEDT", "Nov. 19, 2019 at 4 p.m.", "19.11.2019 - 16:04 Uhr"). What is missing stays open.
/// </summary>
/// <param name="Local">The clock as written; midnight where only a date is written.</param>
/// <param name="Offset">Null where the zone is not written.</param>
/// <param name="HasTime">A time of day is written.</param>
internal readonly record struct WrittenTime(LocalDateTime Local, Offset? Offset, bool HasTime)
{
    private const int Longest = 200;

    // The first letters of the months in the languages met; longest match wins.
    private static readonly FrozenDictionary<string, int> Months = new (string Names, int Month)[]
    {
        ("jan january januar janvier enero gennaio ene gen jän jänner januari styczeń stycznia ocak января янв janeiro", 1),
        ("feb february februar février febrero febbraio fév févr februari luty lutego şubat февраля фев fevereiro fev", 2),
        ("mar march märz mars marzo mär maart marzec marca mart марта марзо março", 3),
        ("apr april avril abril aprile abr avr kwietnia nisan апреля апр", 4),
        ("may mai mayo maggio mei maj maja mayıs мая maio mag", 5),
        ("jun june juni juin junio giugno czerwca haziran июня июн junho giu", 6),
        ("jul july juli juillet julio luglio juil lipca temmuz июля июл julho lug", 7),
        ("aug august août agosto augustus sierpnia ağustos августа авг ago aoû", 8),
        ("sep sept september septembre septiembre settembre września eylül сентября сен setembro set", 9),
        ("oct october oktober octobre octubre ottobre okt października ekim октября окт outubro out ott", 10),
        ("nov november novembre noviembre listopada kasım ноября ноя novembro", 11),
        ("dec december dezember décembre diciembre dicembre dez grudnia aralık декабря дек dezembro dic déc", 12),
    }.SelectMany(m => m.Names.Split(' ').Select(name => (name, m.Month))).DistinctBy(m => m.name).ToFrozenDictionary(m => m.name, m => m.Month);

    public Instant At(DateTimeZone zone) =>
        Offset is { } offset ? Local.WithOffset(offset).ToInstant() : zone.AtLeniently(Local).ToInstant();

    /// <param name="monthFirst">3/4/2024 is the fourth of March (as in America), not the third of April.</param>
    public static WrittenTime? Parse(string? text, bool monthFirst = false)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > Longest)
        {
            return null;
        }

        var span = text.AsSpan().Trim();
        return Epoch(span) ?? InWordsOrFigures(span, monthFirst);
    }

    private static WrittenTime? Epoch(ReadOnlySpan<char> text)
    {
        if (text.Length is not (10 or 13) || text.ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        var number = long.Parse(text, CultureInfo.InvariantCulture);
        var instant = text.Length == 10 ? Instant.FromUnixTimeSeconds(number) : Instant.FromUnixTimeMilliseconds(number);
        return new WrittenTime(instant.InUtc().LocalDateTime, NodaTime.Offset.Zero, true);
    }

    private static WrittenTime? InWordsOrFigures(ReadOnlySpan<char> text, bool monthFirst)
    {
        var clock = new Reading();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                i = clock.Figures(text, i, monthFirst);
            }
            else if (char.IsLetter(text[i]))
            {
                var start = i;
                while (i < text.Length && (char.IsLetter(text[i]) || (text[i] == '.' && i + 1 < text.Length && char.IsLetter(text[i + 1]))))
                {
                    i++;
                }

                clock.Word(text[start..i]);
            }
            else if (text[i] is '+' or '-' or '−' && clock.HasTime && clock.Offset is null && i + 2 < text.Length && char.IsAsciiDigit(text[i + 1])
                && char.IsAsciiDigit(text[i + 2]))
            {
                i = clock.Shift(text, i);
            }
            else
            {
                i++;
            }
        }

        return clock.Result();
    }

    private ref struct Reading
    {
        private int year;
        private int month;
        private int day;
        private int hour = -1;
        private int minute;
        private int second;
        private int loose = -1;
        private bool afternoon;
        private bool morning;

        public Reading()
        {
        }

        public Offset? Offset { get; private set; }

        public readonly bool HasTime => hour >= 0;

        public int Figures(ReadOnlySpan<char> text, int at, bool monthFirst)
        {
            var first = Number(text, ref at, out var length);
            if (length == 8 && year == 0 && first is > 19000101 and < 21000101)
            {
                (year, month, day) = (first / 10000, first / 100 % 100, first % 100);
                return at;
            }

            if (length is 1 or 2 && Next(text, at) is ':' or '.' or 'h' && Digit(text, at + 1)
                && (text[at] != '.' || (day > 0 && hour < 0 && !DateFollows(text, at))))
            {
                return Time(text, first, at);
            }

            if (Next(text, at) is '-' or '/' or '.' && Digit(text, at + 1) && year == 0 && length is not 3)
            {
                var mark = text[at];
                var next = at + 1;
                var second = Number(text, ref next, out var secondLength);
                if (secondLength <= 2 && Next(text, next) == mark && Digit(text, next + 1))
                {
                    next++;
                    var third = Number(text, ref next, out var thirdLength);
                    (year, month, day) = length == 4 ? (first, second, third)
                        : thirdLength == 4 || thirdLength == 2 ? (thirdLength == 2 ? 2000 + third : third, mark == '/'
                            && monthFirst ? first : second, mark == '/' && monthFirst ? second : first)
                        : (0, 0, 0);
                    return next;
                }

                if (length == 4 && secondLength == 2 && mark == '-')
                {
                    (year, month, day) = (first, second, 1);
                    return next;
                }
            }

            if (length == 4 && first is > 1900 and < 2100)
            {
                year = year == 0 ? first : year;
            }
            else if (length <= 2 && first is >= 1 and <= 31 && day == 0)
            {
                day = first;
            }
            else if (length <= 2 && first < 24)
            {
                loose = first;
            }

            return at;
        }

        public void Word(ReadOnlySpan<char> word)
        {
            Span<char> lower = stackalloc char[Math.Min(word.Length, 24)];
            var count = 0;
            foreach (var c in word)
            {
                if (c != '.' && count < lower.Length)
                {
                    lower[count++] = char.ToLowerInvariant(c);
                }
            }

            var name = lower[..count];
            if (month == 0 && Months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var found))
            {
                month = found;
            }
            else if (name is "am" or "pm" or "a" or "p" && (hour is >= 0 and <= 12 || loose is >= 0 and <= 12))
            {
                (hour, loose) = (hour >= 0 ? hour : loose, -1);
                afternoon = name[0] == 'p';
                morning = !afternoon;
            }
            else if (name is "uhr" && hour < 0 && loose >= 0)
            {
                (hour, loose) = (loose, -1);
            }
            else if (Offset is null && hour >= 0 && OutletZone.Abbreviated(name) is { } offset)
            {
                Offset = offset;
            }
        }

        public int Shift(ReadOnlySpan<char> text, int at)
        {
            var sign = text[at] == '+' ? 1 : -1;
            var hours = ((text[at + 1] - '0') * 10) + text[at + 2] - '0';
            var next = at + 3;
            next += Next(text, next) == ':' ? 1 : 0;
            var minutes = 0;
            if (Digit(text, next) && Digit(text, next + 1))
            {
                minutes = ((text[next] - '0') * 10) + text[next + 1] - '0';
                next += 2;
            }

            if (hours <= 14 && minutes < 60)
            {
                Offset = NodaTime.Offset.FromSeconds(sign * ((hours * 3600) + (minutes * 60)));
            }

            return next;
        }

        public readonly WrittenTime? Result()
        {
            var hours = afternoon && hour < 12 ? hour + 12 : morning && hour == 12 ? 0 : hour;
            if (year is < 1980 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hours > 23 || minute > 59
                || second > 59)
            {
                return null;
            }

            return new WrittenTime(new LocalDateTime(year, month, day, Math.Max(hours, 0), minute, second), hours >= 0 ? Offset : null, hours >= 0);
        }

        private int Time(ReadOnlySpan<char> text, int hours, int at)
        {
            at++;
            var minutes = Number(text, ref at, out _);
            var seconds = 0;
            if (Next(text, at) == ':' && Digit(text, at + 1))
            {
                at++;
                seconds = Number(text, ref at, out _);
                if (Next(text, at) is '.' or ',' && Digit(text, at + 1))
                {
                    at++;
                    Number(text, ref at, out _);
                }
            }

            if (hour < 0)
            {
                (hour, minute, second) = (hours, minutes, seconds);
            }

            return at;
        }

        private static bool DateFollows(ReadOnlySpan<char> text, int at)
        {
            var next = at + 1;
            Number(text, ref next, out _);
            return Next(text, next) == '.' && Digit(text, next + 1);
        }

        private static int Number(ReadOnlySpan<char> text, ref int at, out int length)
        {
            var start = at;
            var number = 0;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                number = at - start < 9 ? (number * 10) + text[at] - '0' : number;
                at++;
            }

            length = at - start;
            return number;
        }

        private static char Next(ReadOnlySpan<char> text, int at) => at < text.Length ? text[at] : '\0';

        private static bool Digit(ReadOnlySpan<char> text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);
    }
}
