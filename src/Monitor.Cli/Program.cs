using System.CommandLine;
using Monitor.Cli.Filters;

var root = new RootCommand("Monitor reads news feeds, finds what belongs to the desk's topics, and tells the desk.")
{
    ArticleCommand.Create(),
    UrlCommand.Create(),
    Monitor.Cli.Filters.MatchCommand.Create(),
    Monitor.Cli.Filters.FeedCommand.Create(),
    StoriesCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
