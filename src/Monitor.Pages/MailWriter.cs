using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Monitor.Core.Alerts;
using Monitor.Core.Digests;
using Monitor.Pages.Html;
using Monitor.Pages.Text;
using Monitor.Pages.Wording;
using Monitor.Pipeline.Writing;

namespace Monitor.Pages;

/// <summary>Writes each mail as HTML, as plain text and as a card for other channels, from the same words.</summary>
public sealed class MailWriter(ILoggerFactory? loggers = null) : IMailWriter
{
    private readonly ServiceProvider services = new ServiceCollection()
        .AddSingleton<HtmlEncoder>(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    private static readonly StopNote Stop = new(
        $"<p class=\"muted\" style=\"{Look.FootLine}\"><a class=\"link\" href=\"{StopNote.Place}\" style=\"{Look.MetaLink}\">Stop these mails</a></p>\n",
        $"Stop these mails: {StopNote.Place}\n",
        "</main>");

    public async Task<WrittenMail> WriteAsync(Digest digest, CancellationToken cancellationToken)
    {
        var words = DigestWords.Of(digest);
        var html = await RenderWithinBounds<DigestMail>(words, cancellationToken);
        return new WrittenMail(words.Subject, html, DigestText.Of(words), CardWords.Of(words), Stop);
    }

    public async Task<WrittenMail> WriteAsync(Alert alert, CancellationToken cancellationToken)
    {
        var words = AlertWords.Of(alert);
        var html = await RenderWithinBounds<AlertMail>(words, cancellationToken);
        return new WrittenMail(words.Subject, html, AlertText.Of(words), CardWords.Of(words), Stop);
    }

    public async Task<WrittenMail> WriteAsync(OperationsNotice notice, CancellationToken cancellationToken)
    {
        var words = NoticeWords.Of(notice);
        return new WrittenMail(words.Subject, await Render<NoticeMail>(new() { ["Words"] = words }, cancellationToken), NoticeText.Of(words), CardWords.Of(words));
    }

    public async Task<WrittenMail> WriteAsync(WeeklyReview review, CancellationToken cancellationToken)
    {
        var words = ReviewWords.Of(review);
        return new WrittenMail(words.Subject, await Render<ReviewMail>(new() { ["Words"] = words }, cancellationToken), ReviewText.Of(words), CardWords.Of(words));
    }

    // The first room in which the mail is not clipped, or else the smallest.
    private async Task<string> RenderWithinBounds<TMail>(object words, CancellationToken cancellationToken)
        where TMail : IComponent
    {
        var html = "";
        foreach (var room in Room.Offers)
        {
            html = await Render<TMail>(new() { ["Words"] = words, ["Room"] = room }, cancellationToken);
            if (Encoding.UTF8.GetByteCount(html) <= Room.MaxBytes)
            {
                break;
            }
        }

        return html;
    }

    private async Task<string> Render<TMail>(Dictionary<string, object?> parameters, CancellationToken cancellationToken)
        where TMail : IComponent
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var renderer = new HtmlRenderer(services, loggers ?? NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TMail>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}
