using System.CommandLine;
using Monitor.Core.Addresses;

namespace Monitor.Cli.Filters;

/// <summary>monitor url: what an address is called, and whether it may be asked. No request is made.</summary>
internal static class UrlCommand
{
    public static Command Create()
    {
        var url = new Argument<string?>("URL") { Description = "The address.", Arity = ArgumentArity.ZeroOrOne };
        var jsonLines = new Option<bool>("--jsonl") { Description = "Read one JSON object a line (id, url), write one (id, canonical, allowed, reason)." };
        var command = new Command("url", "Tell an address's canonical form and whether Monitor would ask it. No request is made.") { url, jsonLines };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(jsonLines))
            {
                using var input = Console.OpenStandardInput();
                using var output = Console.OpenStandardOutput();
                return Filter(input, output);
            }

            if (parsed.GetValue(url) is not { } address)
            {
                Console.Error.WriteLine("monitor url: give an address, or --jsonl to read them from standard input");
                return 2;
            }

            return Print(address, Console.Out);
        });
        return command;
    }

    public static int Filter(Stream input, Stream output) => JsonLines.Run(input, output, (request, answer) =>
    {
        var url = JsonLines.Text(request, "url") ?? throw new FormatException("the object has no \"url\"");
        var verdict = AddressPolicy.Check(url);
        answer.WriteString("canonical", CanonicalUrl.TryCreate(url)?.Value);
        answer.WriteBoolean("allowed", verdict.Allowed);
        answer.WriteString("reason", verdict.Allowed ? null : verdict.Reason);
    });

    public static int Print(string url, TextWriter output)
    {
        var canonical = CanonicalUrl.TryCreate(url);
        var verdict = AddressPolicy.Check(url);
        output.WriteLine($"canonical  {canonical?.Value ?? "none: this is no http or https address"}");
        if (canonical is not null)
        {
            output.WriteLine($"article    {canonical.ArticleId}");
        }

        output.WriteLine($"allowed    {(verdict.Allowed ? "yes" : $"no: {verdict.Reason}")}");
        return verdict.Allowed ? 0 : 1;
    }
}
