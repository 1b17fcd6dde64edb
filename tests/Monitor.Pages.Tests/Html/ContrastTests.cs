using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Monitor.Pages.Tests.Html;

/// <summary>WCAG 2.2, 1.4.3: text stands out from its background by at least 4.5 to 1, in the light and in the dark.</summary>
public partial class ContrastTests
{
    private const double Enough = 4.5;

    [Fact]
    public async Task Text_stands_out_in_the_light() =>
        (await Pairs(element => Inline(element, "color"), element => Inline(element, "background-color"))).ShouldAllBe(pair => pair.Ratio >= Enough);

    [Fact]
    public async Task Text_stands_out_in_the_dark()
    {
        var html = (await new MailWriter().WriteAsync(SampleDigest.Late(), default)).Html;
        var rules = DarkRule().Matches(html[html.IndexOf("prefers-color-scheme", StringComparison.Ordinal)..html.IndexOf("</style>", StringComparison.Ordinal)])
            .ToDictionary(rule => rule.Groups[1].Value, rule => rule.Groups[2].Value);
        string? Dark(IElement element, string property) =>
            element.ClassList.Select(name => Value(rules.GetValueOrDefault(name, ""), property)).FirstOrDefault(value => value is not null);
        (await Pairs(element => Dark(element, "color"), element => Dark(element, "background-color"))).ShouldAllBe(pair => pair.Ratio >= Enough);
    }

    [Fact]
    public void Measures_black_on_white_as_21_to_1() => Ratio("#000000", "#ffffff").ShouldBe(21, 0.01);

    private static async Task<List<(string Of, double Ratio)>> Pairs(Func<IElement, string?> colour, Func<IElement, string?> background)
    {
        var mail = await new MailWriter().WriteAsync(SampleDigest.Late(), default);
        List<(string, double)> pairs = [];
        foreach (var element in new HtmlParser().ParseDocument(mail.Html).QuerySelectorAll("main *"))
        {
            if (element.ChildNodes.OfType<IText>().Any(text => !string.IsNullOrWhiteSpace(text.Data)))
            {
                pairs.Add((element.OuterHtml, Ratio(Nearest(element, colour), Nearest(element, background))));
            }
        }

        pairs.Count.ShouldBeGreaterThan(40);
        return pairs;
    }

    private static string Nearest(IElement element, Func<IElement, string?> value) =>
        value(element) ?? Nearest(element.ParentElement.ShouldNotBeNull(), value);

    private static string? Inline(IElement element, string property) => Value(element.GetAttribute("style") ?? "", property);

    private static string? Value(string style, string property) => style.Split(';')
        .Select(rule => rule.Split(':'))
        .FirstOrDefault(rule => rule.Length == 2 && rule[0].Trim() == property)?[1].Replace("!important", "", StringComparison.Ordinal).Trim();

    private static double Ratio(string first, string second)
    {
        var (a, b) = (Luminance(first), Luminance(second));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) => (0.2126 * Channel(colour, 1)) + (0.7152 * Channel(colour, 3)) + (0.0722 * Channel(colour, 5));

    private static double Channel(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@"\.(\w+)\{([^}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex DarkRule();
}
