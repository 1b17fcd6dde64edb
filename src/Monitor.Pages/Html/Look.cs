namespace Monitor.Pages.Html;

/// <summary>
/// How every mail looks. What must never be lost stands inline, because Gmail drops style elements for some accounts and
/// Outlook when it forwards; the classes name colours only, and the style element swaps them in the dark.
/// Outlook on Windows lays out with Word: padding counts on table cells alone, and width needs a table of its own.
/// Every pair of colours has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3), in the light and in the dark.
/// </summary>
internal static class Look
{
    private const string Serif = "font-family:Georgia,Times New Roman,serif;";
    private const string Sans = "font-family:Segoe UI,Helvetica,Arial,sans-serif;";
    private const string Ink = "color:#1f1c17;";
    private const string Muted = "color:#625b4f;";
    private const string Accent = "color:#8c1d18;";
    private const string Link = "color:#123a63;";

    public const string Body = "margin:0;padding:0;background-color:#f1ede4";
    public const string Preheader = "display:none;mso-hide:all;font-size:1px;line-height:1px;color:#f1ede4";
    public const string Table = "width:100%;border-collapse:collapse";
    public const string Outside = "padding:16px 0 32px;background-color:#f1ede4;text-align:center";
    public const string Column = "width:100%;max-width:640px;margin:0 auto;border-collapse:collapse";
    public const string Page = "padding:24px 28px 28px;background-color:#fffdf9;text-align:left;word-break:break-word";

    public const string Masthead = "padding:12px 0 14px;border-top:4px solid #1f1c17;border-bottom:1px solid #1f1c17";
    public const string Kicker = Sans + Accent + "margin:0 0 2px;font-size:15px;line-height:20px;font-weight:bold";
    public const string Title = Serif + Ink + "margin:0;font-size:30px;line-height:36px;font-weight:bold";
    public const string DayNames = Sans + Muted + "margin:4px 0 0;font-size:15px;line-height:21px";
    public const string Bare = "padding:0";
    public const string Quiet = "padding:22px 0 0";
    public const string Row = "padding:16px 0 0";
    public const string Summary = Serif + Ink + "margin:0;font-size:18px;line-height:26px";
    public const string Warning = Sans + Accent + "margin:10px 0 0;font-size:15px;line-height:22px";

    public const string Section = "padding:36px 0 8px";
    public const string SectionTitle = Sans + Accent + "margin:0;font-size:18px;line-height:24px;font-weight:bold";
    public const string SectionCount = Muted + "font-size:15px;font-weight:normal";
    public const string Line = Sans + Ink + "margin:0;font-size:15px;line-height:23px";

    public const string Story = "padding:16px 0 22px;border-top:1px solid #d3cab9";
    public const string Brief = "padding:12px 0 14px;border-top:1px solid #e3dccd";
    public const string Listed = "padding:7px 0;border-top:1px solid #e3dccd";
    public const string LeadHeadline = Serif + Ink + "margin:0;font-size:26px;line-height:32px;font-weight:bold";
    public const string Headline = Serif + Ink + "margin:0;font-size:21px;line-height:27px;font-weight:bold";
    public const string SmallHeadline = Serif + Ink + "margin:0;font-size:17px;line-height:23px;font-weight:bold";
    public const string HeadlineLink = Link + "text-decoration:none";
    public const string Meta = Sans + Muted + "margin:5px 0 0;font-size:14px;line-height:21px";
    public const string Why = Sans + Muted + "margin:9px 0 0;font-size:14px;line-height:21px";
    public const string News = Sans + Ink + "margin:10px 0 0;font-size:15px;line-height:23px";
    public const string Said = Sans + Ink + "margin:10px 0 0;font-size:15px;line-height:23px";
    public const string MetaLink = Link;
    public const string PartKind = Sans + Accent + "margin:0 0 2px;font-size:14px;line-height:20px;font-weight:bold";
    public const string Gone = Serif + Ink + "margin:12px 0 0;font-size:16px;line-height:25px";
    public const string Come = Serif + Ink + "margin:4px 0 0;font-size:16px;line-height:25px";
    public const string Struck = Muted + "text-decoration:line-through";
    public const string Quote = Serif + Ink + "margin:12px 0 0;padding:0 0 0 14px;border-left:3px solid #d3cab9;font-size:17px;line-height:26px";
    public const string ShortQuote = Serif + Ink + "margin:4px 0 0;font-size:16px;line-height:23px";
    public const string Neighbour = Muted;
    public const string Hit = Ink + "background-color:#fbe7a1;font-weight:bold";

    public const string WeekTitle = Serif + Ink + "margin:0;font-size:26px;line-height:32px;font-weight:bold";
    public const string Counts = "width:100%;border-collapse:collapse";
    public const string CountHead = Sans + Muted + "padding:0 8px 6px 0;text-align:left;vertical-align:bottom;font-size:14px;line-height:19px;font-weight:normal;border-bottom:1px solid #1f1c17";
    public const string CountTopic = Sans + Muted + "padding:0 0 6px 8px;text-align:right;vertical-align:bottom;font-size:14px;line-height:19px;font-weight:normal;border-bottom:1px solid #1f1c17";
    public const string CountCountry = Sans + Ink + "padding:14px 8px 5px 0;text-align:left;font-size:15px;line-height:21px;font-weight:bold;border-bottom:1px solid #d3cab9";
    public const string CountSum = Sans + Ink + "padding:14px 0 5px 8px;text-align:right;font-size:15px;line-height:21px;font-weight:bold;border-bottom:1px solid #d3cab9";
    public const string CountOutlet = Sans + Ink + "padding:5px 8px 5px 0;text-align:left;font-size:15px;line-height:21px;font-weight:normal;border-bottom:1px solid #e3dccd";
    public const string Count = Sans + Ink + "padding:5px 0 5px 8px;text-align:right;font-size:15px;line-height:21px;border-bottom:1px solid #e3dccd";
    public const string CountNone = Sans + Muted + "padding:5px 0 5px 8px;text-align:right;font-size:15px;line-height:21px;border-bottom:1px solid #e3dccd";

    public const string List = "margin:0;padding:0 0 0 20px";
    public const string Bullet = Sans + Ink + "margin:0 0 4px;font-size:15px;line-height:22px";
    public const string Foot = "padding:12px 0 0;border-top:1px solid #1f1c17";
    public const string FootLine = Sans + Muted + "margin:0;font-size:13px;line-height:19px";

    /// <summary>For phones, and for the dark: a class a colour.</summary>
    public const string Sheet = """
        :root{color-scheme:light dark}
        @media (max-width:480px){
        .page{padding:18px 16px 24px!important}
        .day{font-size:24px!important;line-height:30px!important}
        }
        @media (prefers-color-scheme:dark){
        .paper{background-color:#121316!important}
        .page{background-color:#1b1c20!important}
        .ink{color:#ece7dc!important}
        .muted{color:#b5ad9f!important}
        .accent{color:#f2a49b!important}
        .link{color:#a9cbf0!important}
        .hit{background-color:#5e4a0c!important;color:#fff4cf!important}
        .rule{border-color:#ece7dc!important}
        .hair{border-color:#45464d!important}
        }
        """;

    /// <summary>Word knows no media query, and stays in the light: what stands between these two is not there for it.</summary>
    public const string NotForWord = "<!--[if !mso]><!-->";
    public const string EndNotForWord = "<!--<![endif]-->";

    /// <summary>Word takes a line height as a minimum unless it is told that it is exact.</summary>
    public const string ForWord = "<!--[if mso]><style>h1,h2,h3,p,li,blockquote{mso-line-height-rule:exactly}</style><![endif]-->";

    public const string OpenWidthForWord = "<!--[if mso]><table role=\"presentation\" width=\"640\" align=\"center\"><tr><td><![endif]-->";
    public const string CloseWidthForWord = "<!--[if mso]></td></tr></table><![endif]-->";
}
