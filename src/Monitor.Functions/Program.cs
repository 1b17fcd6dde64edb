using System.Globalization;
using Microsoft.Extensions.Logging.Console;
using Monitor.Functions;
using Monitor.Functions.HostProtocol;
using Monitor.Pipeline.CheckHealth;
using Monitor.Pipeline.PollFeeds;
using Monitor.Pipeline.PollShard;
using Monitor.Pipeline.SendDigests;
using Monitor.Pipeline.SendMessages;
using Monitor.Pipeline.Unsubscribe;

var builder = WebApplication.CreateSlimBuilder(args);

// The host takes every line of stdout as information, and of stderr as a warning or an error by its prefix.
builder.Logging.AddSimpleConsole(console => (console.SingleLine, console.ColorBehavior) = (true, LoggerColorBehavior.Disabled));
builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Warning);
builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Azure", LogLevel.Warning);

var port = builder.Configuration.GetValue("FUNCTIONS_CUSTOMHANDLER_PORT", 7071);
builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
builder.Services.AddMonitor();

var app = builder.Build();
app.MapReadiness();
app.MapFunction(PollFeeds.Name, (services, now, token) => services.GetRequiredService<PollFeeds>().RunAsync(now, token));
app.MapShard(PollShard.Name, (services, delivery, token) => services.GetRequiredService<PollShard>().RunAsync(delivery, token));
app.MapFunction(SendDigests.Name, (services, now, token) => services.GetRequiredService<SendDigests>().RunAsync(now, token));
app.MapFunction(SendMessages.Name, (services, now, token) => services.GetRequiredService<SendMessages>().RunAsync(now, token));
app.MapFunction(CheckHealth.Name, (services, now, token) => services.GetRequiredService<CheckHealth>().RunAsync(now, token));
app.MapHttpFunction(Unsubscribe.Name, UnsubscribeFunction.AnswerAsync);
await app.RunAsync();
