namespace Monitor.Pages.Html;

/// <summary>How a web page looks: as the mails do, in the light and in the dark, down to 320 px and up to any size of text.</summary>
internal static class PageLook
{
    public const string Sheet = """
        :root{color-scheme:light dark;--paper:#f1ede4;--page:#fffdf9;--ink:#1f1c17;--muted:#625b4f;--accent:#8c1d18;--link:#123a63;--button:#8c1d18;--label:#ffffff}
        @media (prefers-color-scheme:dark){:root{--paper:#121316;--page:#1b1c20;--ink:#ece7dc;--muted:#b5ad9f;--accent:#f2a49b;--link:#a9cbf0;--button:#f2a49b;--label:#1b1c20}}
        *{box-sizing:border-box}
        body{margin:0;padding:2rem 1rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 "Segoe UI",Helvetica,Arial,sans-serif}
        main{max-width:36rem;margin:0 auto;padding:1.5rem 1.75rem 1.75rem;background:var(--page);border-top:4px solid var(--ink);overflow-wrap:anywhere}
        .kicker{margin:0;color:var(--accent);font-size:.9375rem;font-weight:bold}
        h1{margin:.125rem 0 1rem;font:bold 1.875rem/1.2 Georgia,"Times New Roman",serif}
        p{margin:0 0 .75rem}
        .muted{color:var(--muted);font-size:.9375rem}
        a{color:var(--link)}
        button{display:block;margin:1.25rem 0 0;padding:.75rem 1.25rem;min-height:2.75rem;border:2px solid transparent;border-radius:.25rem;background:var(--button);color:var(--label);font:inherit;font-weight:bold;cursor:pointer}
        :focus-visible{outline:3px solid var(--link);outline-offset:3px}
        @media (max-width:30rem){body{padding:0}main{padding:1.25rem 1rem 1.5rem}button{width:100%}}
        """;
}
