using System.CommandLine;

var root = new RootCommand("Monitor reads news feeds, finds what belongs to the desk's topics, and tells the desk.")
{
};

return await root.Parse(args).InvokeAsync();
