namespace Monitor.Core.Feeds.Dates;

/// <summary>One date while it is read, word by word and number by number.</summary>
internal ref struct DateReading(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int at;
    private int year = -1;
    private int month = -1;
    private int day = -1;
    private int dayOfYear = -1;
    private int hour = -1;
    private int minute;
    private int second;
    private int offset;
    private int shortYear = -1;
    private bool zoned;
    private bool numbered;
    private bool afternoon;
    private bool forenoon;
    private bool korean;
    private ReadOnlySpan<char> place;

    /// <returns>False where something in the text contradicts its being a date.</returns>
    public bool Read()
    {
        if (text[0] == '-' && ReadYearAndMonthAfterDash())
        {
            return true;
        }

        while (at < text.Length)
        {
            var c = text[at];
            var good = true;
            if (char.IsAsciiDigit(c))
            {
                good = ReadNumber();
            }
            else if (char.IsLetter(c))
            {
                ReadWord();
            }
            else if (c is '+' or '-' && hour >= 0)
            {
                good = ReadOffset();
            }
            else if (c == '(')
            {
                var close = text[at..].IndexOf(')');
                at = close < 0 ? text.Length : at + close + 1;
            }
            else
            {
                at++;
            }

            if (!good)
            {
                return false;
            }
        }

        // A year or a month may stand alone, but nothing tells the time of no day.
        return year >= 0 && (month > 0 ? day > 0 || hour < 0 : dayOfYear > 0 || (day < 0 && hour < 0));
    }

    public readonly DateTimeOffset? ToInstant()
    {
        var clock = hour;
        if (clock is >= 0 and <= 12 && (afternoon || forenoon))
        {
            clock = (clock % 12) + (afternoon ? 12 : 0);
        }

        if (year is < 1 or > 9998 || month is 0 or > 12 || day is 0 or > 31 || clock > 24 || minute > 59 || second > 60 || dayOfYear is 0 or > 366 || Math.Abs(offset) > 24 * 60)
        {
            return null;
        }

        var local = new DateTime(year, Math.Max(1, month), 1, 0, 0, 0, DateTimeKind.Unspecified)
            .AddDays(Math.Max(day, dayOfYear) is var days and > 0 ? days - 1 : 0)
            .AddSeconds((Math.Max(0, clock) * 3600) + (minute * 60) + second);
        var minutes = zoned ? offset : korean ? 9 * 60 : 0;
        if (place.Length > 0 && ZoneNames.TryFind(place, local, out var found))
        {
            minutes = found;
        }

        return local.Year < 2 && minutes > 0 ? null : new DateTimeOffset(local.AddMinutes(-minutes), TimeSpan.Zero);
    }

    /// <summary>ISO 8601's "-0312" and "-03-12": a month of this century.</summary>
    private bool ReadYearAndMonthAfterDash()
    {
        var rest = text[1..];
        if (rest.Length == 5 && rest[2] == '-')
        {
            rest = string.Concat(rest[..2], rest[3..]);
        }

        if (rest.Length != 4 || rest.IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return false;
        }

        year = Century(int.Parse(rest[..2], System.Globalization.CultureInfo.InvariantCulture));
        month = int.Parse(rest[2..], System.Globalization.CultureInfo.InvariantCulture);
        return true;
    }

    private bool ReadNumber()
    {
        var start = at;
        var number = Digits(out var length);
        if (length > 14)
        {
            return false;
        }

        var next = at < text.Length ? text[at] : '\0';
        // "19.48.21": a point divides hours too, where the date is already told.
        if ((next == ':' || (next == '.' && length == 2 && year >= 0 && Math.Max(day, dayOfYear) > 0)) && hour < 0 && IsDigit(at + 1))
        {
            return ReadTime((int)number, next);
        }

        if (Unit(next, (int)Math.Min(number, int.MaxValue)))
        {
            at++;
            return true;
        }

        if (start > 0 && text[start - 1] is 'T' or 't' && hour < 0 && length is 2 or 4 or 6 && year >= 0)
        {
            return ReadCompactTime(number, length);
        }

        if (next is '-' or '/' or '.' && IsDigit(at + 1) && year < 0 && month < 0 && length <= 4)
        {
            return ReadNumericDate((int)number, length, next);
        }

        return ReadLoneNumber(number, length);
    }

    /// <summary>The signs that Korean, Chinese and Japanese put after a number.</summary>
    private bool Unit(char sign, int number)
    {
        switch (sign)
        {
            case '년' or '年':
                year = number;
                break;
            case '월' or '月':
                month = number;
                break;
            case '일' or '日':
                day = number;
                break;
            case '시' or '時':
                hour = number;
                break;
            case '분' or '分':
                minute = number;
                break;
            case '초' or '秒':
                second = number;
                break;
            default:
                return false;
        }

        korean |= sign is '년' or '월' or '일';
        return true;
    }

    private bool ReadTime(int hours, char sign)
    {
        hour = hours;
        at++;
        minute = (int)Digits(out var length);
        if (length > 2)
        {
            return false;
        }

        if (at + 1 < text.Length && text[at] == sign && IsDigit(at + 1))
        {
            at++;
            second = (int)Digits(out length);
        }

        if (at + 1 < text.Length && text[at] is '.' or ',' && IsDigit(at + 1) && (text[at] != ',' || IsDigit(at + 2)))
        {
            at++;
            Digits(out _);
        }

        return length <= 2 && !BrokenOff();
    }

    /// <summary>A colon that leads on to no number: what was read is part of something else.</summary>
    private readonly bool BrokenOff() => at + 1 < text.Length && text[at] == ':' && char.IsLetterOrDigit(text[at + 1]);

    private bool ReadCompactTime(long number, int length)
    {
        hour = (int)(length == 6 ? number / 10000 : length == 4 ? number / 100 : number);
        minute = (int)(length == 6 ? number / 100 % 100 : length == 4 ? number % 100 : 0);
        second = (int)(length == 6 ? number % 100 : 0);
        if (at + 1 < text.Length && text[at] == '.' && IsDigit(at + 1))
        {
            at++;
            Digits(out _);
        }

        return true;
    }

    private bool ReadNumericDate(int first, int firstLength, char sign)
    {
        at++;
        var second = (int)Digits(out var secondLength);
        var third = -1;
        var thirdLength = 0;
        if (at < text.Length && text[at] == sign && IsDigit(at + 1))
        {
            at++;
            third = (int)Digits(out thirdLength);
        }

        if (secondLength == 3 && third < 0 && firstLength is 2 or 4)
        {
            (year, dayOfYear) = (firstLength == 2 ? Century(first) : first, second);
        }
        else if (firstLength == 4)
        {
            (year, month, day) = (first, second, third);
        }
        else if (third < 0)
        {
            // "10.04" without a year tells no date; "2003-12" was read above.
            (day, month) = (first, second);
        }
        else if (thirdLength == 4 || sign != '-')
        {
            year = thirdLength == 4 ? third : Century(third);
            (month, day) = sign == '/' && first <= 12 ? (first, second) : second <= 12 ? (second, first) : (first, second);
        }
        else
        {
            (year, month, day) = (Century(first), second, third);
        }

        return month is not 0 && month <= 12 && thirdLength <= 4;
    }

    private bool ReadLoneNumber(long number, int length)
    {
        switch (length)
        {
            case 14 when year < 0:
                (year, month, day) = ((int)(number / 10000000000), (int)(number / 100000000 % 100), (int)(number / 1000000 % 100));
                (hour, minute, second) = ((int)(number / 10000 % 100), (int)(number / 100 % 100), (int)(number % 100));
                return true;
            case 13 or 10 when year < 0 && text.Length == length:
                var instant = DateTimeOffset.FromUnixTimeSeconds(length == 13 ? number / 1000 : number).UtcDateTime;
                (year, month, day, hour, minute, second) = (instant.Year, instant.Month, instant.Day, instant.Hour, instant.Minute, instant.Second);
                return true;
            case 8 when year < 0:
                (year, month, day) = ((int)(number / 10000), (int)(number / 100 % 100), (int)(number % 100));
                return true;
            case 7 when year < 0:
                (year, dayOfYear) = ((int)(number / 1000), (int)(number % 1000));
                return true;
            case 6 when year < 0 && month < 0:
                (year, month, day) = (Century((int)(number / 10000)), (int)(number / 100 % 100), (int)(number % 100));
                return true;
            case 5 when year < 0 && month < 0:
                (year, dayOfYear) = (Century((int)(number / 1000)), (int)(number % 1000));
                return true;
            case 4 when year < 0:
                year = (int)number;
                return true;
            case 4 when shortYear >= 0 && month < 0 && hour < 0:
                // "17 11 2026": what looked like a year was the month.
                (year, month, shortYear) = ((int)number, shortYear, -1);
                return month is > 0 and <= 12;
            case 1 or 2 when day < 0 && number <= 31:
                day = (int)number;
                return true;
            case 1 or 2 when year < 0:
                year = Century((int)number);
                shortYear = (int)number;
                return true;
            default:
                return (hour >= 0 || year >= 0) && !BrokenOff();
        }
    }

    private void ReadWord()
    {
        var start = at;
        while (at < text.Length && (char.IsLetter(text[at]) || (text[at] is '/' or '_' && at + 1 < text.Length && char.IsLetter(text[at + 1]))))
        {
            at++;
        }

        var word = text[start..at];
        if (word.Equals("pm", StringComparison.OrdinalIgnoreCase) || word is "오후" || IsDotted('p', start))
        {
            afternoon = true;
        }
        else if (word.Equals("am", StringComparison.OrdinalIgnoreCase) || word is "오전" || IsDotted('a', start))
        {
            forenoon = true;
        }
        else if (!word.Contains('/') && MonthNames.Find(word) is > 0 and var found && (month < 0 || hour < 0))
        {
            month = found;
        }
        else if (hour >= 0 && !numbered && ZoneNames.TryFind(word, DateTime.UnixEpoch, out var minutes))
        {
            zoned = true;
            offset = minutes;
            place = word.Contains('/') ? word : default;
            offset = place.Length > 0 ? 0 : offset;
        }

        korean |= word is "오전" or "오후";
    }

    private readonly bool IsDotted(char letter, int start) =>
        start + 3 < text.Length && char.ToLowerInvariant(text[start]) == letter && text[start + 1] == '.' && text[start + 2] is 'm' or 'M';

    private bool ReadOffset()
    {
        var sign = text[at] == '-' ? -1 : 1;
        if (!IsDigit(at + 1))
        {
            // A dash between words is a dash; a sign before letters is a broken zone.
            at++;
            return at >= text.Length || !char.IsLetter(text[at]) || sign < 0;
        }

        at++;
        var number = (int)Digits(out var length);
        var minutes = 0;
        if (length <= 2 && at + 1 < text.Length && text[at] == ':' && IsDigit(at + 1))
        {
            at++;
            minutes = (int)Digits(out _);
        }
        else if (length is 3 or 4)
        {
            (number, minutes) = (number / 100, number % 100);
        }

        if (length > 4 || minutes > 59 || number > 23)
        {
            return false;
        }

        // "GMT+2", "-05:00Z": where a name and a number disagree the number is meant.
        offset = sign * ((number * 60) + minutes);
        place = default;
        zoned = true;
        numbered = true;
        return !BrokenOff();
    }

    private readonly bool IsDigit(int index) => index < text.Length && char.IsAsciiDigit(text[index]);

    private long Digits(out int length)
    {
        var start = at;
        long number = 0;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            number = number > long.MaxValue / 20 ? number : (number * 10) + (text[at] - '0');
            at++;
        }

        length = at - start;
        return number;
    }

    private static int Century(int year) => year + (year < 70 ? 2000 : 1900);
}
