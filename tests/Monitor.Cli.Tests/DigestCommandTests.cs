namespace Monitor.Cli.Tests;

public class DigestCommandTests
{
    [Theory]
    [InlineData("--to needs --resend", "--to", "desk@example.org")]
    [InlineData("the desk is not an e-mail address", "--resend", "morning", "--to", "the desk")]
    [InlineData("--preview and --resend are two commands", "--resend", "morning", "--preview", "x.html")]
    public async Task Options_that_do_not_go_together_are_refused_before_anything_is_sent(string says, params string[] options)
    {
        var (code, _, error) = await CommandLine.RunAsync(["digest", .. options]);

        code.ShouldNotBe(0);
        error.ShouldContain(says);
    }
}
