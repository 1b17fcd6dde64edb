using Monitor.Functions.HostProtocol;
using Monitor.Pages;
using Monitor.Pipeline.Unsubscribe;

namespace Monitor.Functions;

/// <summary>The unsubscribe link on the web: GET shows, POST does.</summary>
internal static class UnsubscribeFunction
{
    private static readonly Dictionary<string, string> Headers = new()
    {
        ["Content-Type"] = "text/html; charset=utf-8",
        ["Content-Security-Policy"] = UnsubscribePages.Policy,
        ["Cache-Control"] = "no-store",
        // The link is the reader's own: it is not told to where they go from here.
        ["Referrer-Policy"] = "no-referrer",
        ["X-Content-Type-Options"] = "nosniff",
        ["X-Robots-Tag"] = "noindex",
    };

    public static async Task<HttpAnswer> AnswerAsync(IServiceProvider services, HttpInvocation request, CancellationToken cancellationToken)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var answer = await services.GetRequiredService<Unsubscribe>().AnswerAsync(request.Query, request.Method == "POST", now, cancellationToken);
        return new HttpAnswer(
            answer is UnsubscribeAnswer.NotValid ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
            Headers, await services.GetRequiredService<UnsubscribePages>().WriteAsync(answer));
    }
}
