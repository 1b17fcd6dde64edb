using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Monitor.Pages.Html;
using Monitor.Pages.Wording;
using Monitor.Pipeline.Unsubscribe;

namespace Monitor.Pages;

/// <summary>The page behind a mail's "Stop these mails": small, without scripts, and with nothing from elsewhere.</summary>
public sealed class UnsubscribePages
{
    private readonly ServiceProvider services = new ServiceCollection()
        .AddSingleton<HtmlEncoder>(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    /// <summary>What a browser may do with the page: show it in its own style, and post its form back.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(PageLook.Sheet)))}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public async Task<string> WriteAsync(UnsubscribeAnswer answer)
    {
        var words = UnsubscribeWords.Of(answer);
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<UnsubscribePage>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Words"] = words }))).ToHtmlString());
    }
}
