using Monitor.Core;
using Monitor.Core.Feeds;
using Monitor.Core.Text;

namespace Monitor.Cli.Feeds;

/// <summary>Lists of feeds as files.</summary>
internal static class FeedsFile
{
    /// <summary>The feeds of our own list; null where it cannot be used, and the reasons are said.</summary>
    public static IReadOnlyList<FollowedFeed>? Load(string path, TextWriter errors)
    {
        if (Text(path, errors) is not { } text)
        {
            return null;
        }

        var load = Opml.Load(Path.GetFileName(path), text);
        Say(load.Problems, errors);
        return load.IsAccepted ? load.Feeds : null;
    }

    /// <summary>A list from anywhere, mended where that is possible; null where nothing could be made of it.</summary>
    public static OpmlDocument? Read(string path, TextWriter errors)
    {
        if (Text(path, errors) is not { } text)
        {
            return null;
        }

        var reading = OpmlDocument.Read(Path.GetFileName(path), text);
        Say(reading.Problems, errors);
        return reading.Document;
    }

    public static void Say(IEnumerable<ConfigProblem> problems, TextWriter errors)
    {
        foreach (var problem in problems)
        {
            errors.WriteLine(problem);
        }
    }

    private static string? Text(string path, TextWriter errors)
    {
        if (!File.Exists(path))
        {
            errors.WriteLine($"{path} does not exist: name an OPML file");
            return null;
        }

        // Lists from elsewhere come in any encoding.
        return TextDecoder.Decode(File.ReadAllBytes(path), contentType: null, MarkupKind.Xml).Text.TrimStart('\uFEFF');
    }
}
