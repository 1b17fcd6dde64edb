using System.Collections.Frozen;

namespace Monitor.Core.Articles;

/// <summary>A line that says only when something was published, or by whom.</summary>
internal static class Dateline
{
    private const int LongestLine = 120;

    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
    [
        "published", "posted", "updated", "modified", "last", "on", "at", "am", "pm", "gmt", "utc", "est", "edt", "et", "pt", "pst", "pdt", "bst",
        "cet", "cest", "ist", "nzst", "nzdt", "aest", "aedt", "first", "the", "st", "nd", "rd", "th", "of", "min", "read", "minute", "minutes",
        "hours", "hour", "ago", "days", "day", "date", "a",
        "stand", "publiziert", "uhr", "aktualisiert", "veröffentlicht", "am", "vom", "um", "den", "der", "lesedauer", "erstellt", "geändert",
        "lesezeit", "minuten", "von",
        "publié", "le", "mis", "à", "jour", "modifié", "mise", "h", "heures", "publicado", "actualizado", "el", "de", "las", "a", "hs", "hrs",
        "atualizado", "em", "às", "pubblicato", "aggiornato", "alle", "ore", "il", "opublikowano", "aktualizacja", "dodano", "güncelleme", "giriş",
        "yayınlanma", "tarihi", "опубликовано", "обновлено",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri",
        "sat", "sun", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "mo", "di", "mi", "do", "fr", "sa", "so",
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb",
        "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
        "januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember", "jänner", "okt", "dez", "mär", "janvier", "février", "mars",
        "avril", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre", "juil",
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre", "gennaio",
        "febbraio", "aprile", "maggio", "giugno", "luglio", "settembre", "ottobre", "dicembre",
    ]);

    /// <summary>A short line above or below the text that names a day or a writer, whatever else it says.</summary>
    public static bool Signs(TextBlock block) =>
        IsOne(block.Text) || (block.Mass < LongestLine && !block.EndsSentence && (Byline.Opens(block.Text) || WrittenTime.Parse(block.Text) is not null));

    /// <summary>The line has digits of a date or time, and no word but those that go with dates.</summary>
    public static bool IsOne(string line)
    {
        if (line.Length > LongestLine)
        {
            return false;
        }

        var digits = 0;
        var others = 0;
        var lower = line.ToLowerInvariant();
        for (var i = 0; i < lower.Length;)
        {
            if (char.IsAsciiDigit(lower[i]))
            {
                digits++;
                i++;
                continue;
            }

            if (!char.IsLetter(lower[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < lower.Length && char.IsLetter(lower[i]))
            {
                i++;
            }

            others += Words.Contains(lower[start..i]) ? 0 : 1;
        }

        return digits >= 2 && others == 0;
    }
}
