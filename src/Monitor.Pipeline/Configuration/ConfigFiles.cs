using System.Security.Cryptography;
using System.Text;
using Monitor.Core;
using Monitor.Core.Digests;
using Monitor.Core.Feeds;
using Monitor.Core.Topics;

namespace Monitor.Pipeline.Configuration;

/// <summary>The files that people edit, as text: feeds.opml, desk.yaml, topics/*.yaml and calendars/*.yaml.</summary>
/// <param name="Texts">Text by path.</param>
public sealed record ConfigFiles(IReadOnlyDictionary<string, string> Texts)
{
    public const string FeedsPath = "feeds.opml";
    public const string DeskPath = "desk.yaml";
    public const string TopicsFolder = "topics/";
    public const string CalendarsFolder = "calendars/";

    /// <summary>Hex SHA-256 over paths and texts.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, text) in Texts.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\n{text.Length}\n{text}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Reads every file; null together with the problems where any is refused. Warnings refuse nothing.</summary>
    public (Following? Following, IReadOnlyList<ConfigProblem> Problems) Load()
    {
        var problems = new List<ConfigProblem>();
        var topicFiles = Texts
            .Where(file => IsTopic(file.Key))
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => new TopicFile(file.Key, file.Value))
            .ToList();
        if (topicFiles.Count == 0)
        {
            problems.Add(new ConfigProblem(TopicsFolder, 0, "there is no topic file: put at least one *.yaml into it"));
        }

        var topics = TopicSet.Load(topicFiles);
        problems.AddRange(topics.Problems);

        var feeds = Required(FeedsPath, problems) is { } opml ? Opml.Load(FeedsPath, opml) : null;
        problems.AddRange(feeds?.Problems ?? []);

        var ids = topics.Set?.Topics.Select(topic => topic.Id).ToHashSet(StringComparer.Ordinal);
        var calendars = Texts.Where(file => IsCalendar(file.Key)).OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => DayCalendar.Load(file.Key, file.Value)).ToList();
        problems.AddRange(calendars.SelectMany(calendar => calendar.Problems));
        var days = calendars.Select(calendar => calendar.Calendar).OfType<DayCalendar>().ToList();
        problems.AddRange(days.CountBy(calendar => calendar.Id).Where(id => id.Value > 1)
            .Select(id => new ConfigProblem(CalendarsFolder, 0, $"two files have the id \"{id.Key}\": give each calendar its own")));

        var desk = Required(DeskPath, problems) is { } yaml ? Desk.Load(DeskPath, yaml, ids, days.Select(calendar => calendar.Id).ToHashSet(StringComparer.Ordinal)) : null;
        problems.AddRange(desk?.Problems ?? []);

        return problems.Exists(problem => problem.IsError) || topics.Set is null || feeds is null || desk?.Desk is null
            ? (null, problems)
            : (new Following(topics.Set, feeds.Feeds, desk.Desk, [], null, days), problems);
    }

    public static bool IsConfig(string path) => path is FeedsPath or DeskPath || IsTopic(path) || IsCalendar(path);

    private static bool IsTopic(string path) =>
        path.StartsWith(TopicsFolder, StringComparison.Ordinal) && path.EndsWith(".yaml", StringComparison.Ordinal);

    private static bool IsCalendar(string path) =>
        path.StartsWith(CalendarsFolder, StringComparison.Ordinal) && path.EndsWith(".yaml", StringComparison.Ordinal);

    private string? Required(string path, List<ConfigProblem> problems)
    {
        if (Texts.TryGetValue(path, out var text))
        {
            return text;
        }

        problems.Add(new ConfigProblem(path, 0, "the file is missing: put one beside the topics folder (seeds/ holds an example)"));
        return null;
    }
}
