using System.Globalization;
using System.Text;

namespace Monitor.Core.Stories.Coverage;

/// <summary>Coverage as a table for a spreadsheet: RFC 4180, with a header line.</summary>
public static class CoverageCsv
{
    private const string LineEnd = "\r\n";

    public static string Write(IEnumerable<CoverageCell> cells)
    {
        var csv = new StringBuilder("outlet,country,day,topic,articles,reprints,first,agencies").Append(LineEnd);
        foreach (var cell in cells)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{Field(cell.Outlet)},{Field(cell.Country)},{cell.Day:yyyy-MM-dd},{Field(cell.Topic)},{cell.Articles},{cell.Reprints},{cell.First},{Field(cell.Agencies)}").Append(LineEnd);
        }

        return csv.ToString();
    }

    // A field that a spreadsheet would run as a formula is marked as text (OWASP, CSV injection).
    private static string Field(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
