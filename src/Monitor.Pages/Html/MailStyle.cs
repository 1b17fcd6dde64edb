namespace Monitor.Pages.Html;

/// <summary>
/// The one style sheet of every mail. Outlook on Windows lays out with Word: padding only on table cells, no max-width, no
/// float; Gmail drops a whole style element over one mistake, so the dark colours are in an element of their own.
/// Every pair of colours has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3).
/// </summary>
internal static class MailStyle
{
    public const string Light = """
        body{margin:0;padding:0;background-color:#f3efe6;color:#1f1c17}
        table{border-collapse:collapse}
        td{padding:0}
        h1,h2,h3,p,blockquote,ul{margin:0}
        h1,h3,.serif,blockquote{font-family:Georgia,'Times New Roman',serif}
        h2,p,li{font-family:'Segoe UI',Helvetica,Arial,sans-serif}
        .out{background-color:#f3efe6}
        .page{background-color:#fffdf9;padding:28px 32px 32px;text-align:left}
        .pre{display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px}
        .head{border-top:4px solid #1f1c17;border-bottom:1px solid #1f1c17;padding:12px 0 14px}
        .kick{font-size:13px;line-height:18px;font-weight:bold;letter-spacing:1px;text-transform:uppercase;color:#8c1d18}
        h1{font-size:30px;line-height:36px;font-weight:bold}
        .sum{font-size:18px;line-height:26px;margin:14px 0 0}
        .late{font-size:15px;line-height:22px;margin:14px 0 0;padding:0;color:#8c1d18}
        h2{font-size:15px;line-height:20px;font-weight:bold;letter-spacing:1px;text-transform:uppercase;color:#8c1d18;margin:36px 0 10px}
        .count{font-weight:normal;letter-spacing:0;text-transform:none;color:#655e52}
        .story{border-top:1px solid #d8d0c0;padding:16px 0 20px}
        .brief{border-top:1px solid #e7e1d4;padding:10px 0 12px}
        h3{font-size:21px;line-height:27px;font-weight:bold}
        .brief h3{font-size:17px;line-height:23px}
        h3 a{color:#123a63;text-decoration:none}
        .meta{font-size:14px;line-height:21px;color:#655e52;margin:4px 0 0}
        .meta a{color:#123a63}
        .fix{font-size:14px;line-height:21px;color:#8c1d18;margin:6px 0 0}
        .q{margin:12px 0 0}
        .q td{border-left:3px solid #d8d0c0;padding:0 0 0 14px}
        blockquote{font-size:17px;line-height:26px;color:#1f1c17}
        .near{color:#655e52}
        .hit{background-color:#fbe7a1;color:#1f1c17;font-weight:bold}
        .why{font-size:14px;line-height:21px;color:#655e52;margin:10px 0 0}
        .brief .why{margin:4px 0 0}
        .said{font-size:15px;line-height:22px;margin:4px 0 0}
        .line{font-size:16px;line-height:24px;margin:0 0 8px}
        ul{padding:0 0 0 20px}
        li{font-size:15px;line-height:22px;margin:4px 0 0}
        .foot{border-top:1px solid #1f1c17;padding:12px 0 0}
        .foot p{font-size:13px;line-height:19px;color:#655e52}
        """;

    public const string Narrow = """
        @media (max-width:480px){.page{padding:20px 18px 24px}h1{font-size:26px;line-height:31px}}
        """;

    public const string Dark = """
        @media (prefers-color-scheme:dark){
        body,.out{background-color:#121316!important;color:#ece7dc!important}
        .page{background-color:#1b1c20!important}
        h1,h3,blockquote,.sum,.said,.line,li{color:#ece7dc!important}
        .kick,h2,.late,.fix{color:#f2a49b!important}
        .meta,.near,.why,.count,.foot p{color:#b5ad9f!important}
        h3 a,.meta a,li a{color:#a9cbf0!important}
        .hit{background-color:#5e4a0c!important;color:#fff4cf!important}
        .head,.foot{border-color:#ece7dc!important}
        .story,.brief,.q td{border-color:#3d3e44!important}
        }
        """;
}
