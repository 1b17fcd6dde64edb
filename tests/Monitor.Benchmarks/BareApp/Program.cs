// The least that ASP.NET Core can be and still answer: what the function app's start is measured against.
var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseUrls($"http://127.0.0.1:{builder.Configuration["FUNCTIONS_CUSTOMHANDLER_PORT"]}");
var app = builder.Build();
app.MapGet("/", static context => context.Response.WriteAsync("ready"));
app.Run();
