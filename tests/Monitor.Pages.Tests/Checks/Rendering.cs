namespace Monitor.Pages.Tests.Checks;

/// <summary>Pages as Chromium showed them: what stood in them, and whatever they did beside being shown.</summary>
/// <param name="Rendered">The texts of the headings of stories and of the articles, by page.</param>
/// <param name="Fired">Dialogs, scripts, handlers, globals, links that run something.</param>
/// <param name="Requests">Everything that was asked for; nothing was answered.</param>
internal sealed record Rendering(IReadOnlyList<RenderedPage> Rendered, IReadOnlyList<Fired> Fired, IReadOnlyList<Request> Requests)
{
    public static async Task<Rendering> OfAsync(IEnumerable<(string Name, string Html)> pages) =>
        await NodeTools.RunAsync<Rendering>(
            "strings.mjs", new { Browser = await Chromium.NeededAsync(), Pages = pages.Select(page => new { page.Name, page.Html }) });

    public IReadOnlyList<string> TextsOf(string page) => Rendered.Single(rendered => rendered.Name == page).Texts;
}

internal sealed record RenderedPage(string Name, IReadOnlyList<string> Texts);

internal sealed record Fired(string Name, string Kind, string Detail);

internal sealed record Request(string Name, string Type, string Url);
