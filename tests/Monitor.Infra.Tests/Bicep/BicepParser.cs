using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;

namespace Monitor.Infra.Tests.Bicep;

/// <summary>Runs parser/parse.js, whose packages come from npm by a locked list, once, into artifacts/.</summary>
internal static class BicepParser
{
    private static readonly Lazy<string> Folder = new(Install);

    /// <summary>The syntax tree of every file, and what in them is no Bicep. Skips the test where node is missing.</summary>
    public static (IReadOnlyDictionary<string, Syntax> Trees, IReadOnlyList<string> Faults) Parse(IReadOnlyDictionary<string, string> files)
    {
        var (code, output, errors) = Run("node", ["parse.js"], Folder.Value, JsonSerializer.Serialize(files));
        code.ShouldBe(0, errors);
        using var answer = JsonDocument.Parse(output, new JsonDocumentOptions { MaxDepth = 512 });
        var trees = new Dictionary<string, Syntax>(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var file in answer.RootElement.EnumerateObject())
        {
            trees[file.Name] = Syntax.Read(file.Value.GetProperty("tree"), files[file.Name]);
            faults.AddRange(file.Value.GetProperty("faults").EnumerateArray().Select(fault => fault.GetString()!));
        }

        return (trees, faults);
    }

    private static string Install()
    {
        var source = Path.Combine(Templates.Root, "tests", "Monitor.Infra.Tests", "parser");
        var folder = Path.Combine(Templates.Root, "artifacts", "bicep-parser");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        var stamp = Path.Combine(folder, ".installed");
        var wanted = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(source, "package-lock.json"))));
        if (!File.Exists(stamp) || File.ReadAllText(stamp) != wanted)
        {
            var (code, _, errors) = Run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], folder, "");
            code.ShouldBe(0, errors);
            File.WriteAllText(stamp, wanted);
        }

        return folder;
    }

    private static (int Code, string Output, string Errors) Run(string command, string[] arguments, string folder, string input)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var errors = process.StandardError.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, errors.Result);
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{command} was not found: the templates are parsed with Node 20 or later (https://nodejs.org)");
            throw;
        }
    }
}
