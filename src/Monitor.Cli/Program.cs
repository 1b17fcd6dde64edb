using System.CommandLine;
using Microsoft.Extensions.Options;
using Monitor.Cli.Commands;
using Monitor.Cli.Demo;
using Monitor.Cli.Filters;
using Monitor.Cli.LocalHost;
using Monitor.Pipeline.Configuration;

var root = new RootCommand("Monitor reads news feeds, finds what belongs to the desk's topics, and tells the desk.")
{
    DemoCommand.Create(),
    UpCommand.Create(),
    RunCommands.Poll(),
    DigestCommand.Create(),
    RunCommands.Deliver(),
    ArticleCommand.Create(),
    UrlCommand.Create(),
    Monitor.Cli.Filters.MatchCommand.Create(),
    Monitor.Cli.Filters.FeedCommand.Create(),
    Monitor.Cli.Feeds.FeedsCommand.Create(),
    StoriesCommand.Create(),
    Monitor.Cli.Messages.MessagesCommand.Create(),
    Monitor.Cli.Authoring.TopicsCommand.Create(),
    Monitor.Cli.Package.PackageCommand.Create(),
    Monitor.Cli.Doctor.DoctorCommand.Create(),
};

try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
// What a person can put right is said in plain lines, not as a trace.
catch (Exception e) when (e is LocalHostException or ConfigRefusedException or NothingToFollowException or OptionsValidationException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
