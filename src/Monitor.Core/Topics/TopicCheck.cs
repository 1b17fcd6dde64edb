namespace Monitor.Core.Topics;

/// <summary>Refuses a set that could not work, and says where and why.</summary>
internal static class TopicCheck
{
    public static void Rules(IReadOnlyList<Topic> topics, List<ConfigProblem> problems)
    {
        var byId = new Dictionary<string, Topic>(StringComparer.Ordinal);
        foreach (var topic in topics)
        {
            if (!byId.TryAdd(topic.Id, topic))
            {
                problems.Add(new ConfigProblem(topic.File, 1, $"{byId[topic.Id].File} has a topic with the id \"{topic.Id}\" already"));
            }

            Signals(topic, problems);
        }
    }

    public static void Samples(TopicSet set, List<ConfigProblem> problems)
    {
        for (var t = 0; t < set.Topics.Count; t++)
        {
            var topic = set.Topics[t];
            var fired = new HashSet<string>(StringComparer.Ordinal);
            foreach (var sample in topic.Samples)
            {
                var reading = set.Read(sample.Document, t);
                fired.UnionWith(reading.Fired.Select(s => s.Id));
                if (Disagreement(sample, reading) is { } reason)
                {
                    problems.Add(new ConfigProblem(topic.File, sample.Line, reason));
                }
            }

            foreach (var signal in topic.Signals.Where(s => !fired.Contains(s.Id)))
            {
                problems.Add(new ConfigProblem(topic.File, signal.Line, $"signal \"{signal.Id}\" fires on no sample; add one that shows what it is for", IsError: false));
            }
        }
    }

    private static string? Disagreement(TopicSample sample, TopicReading reading)
    {
        var signals = string.Join(", ", reading.Fired.Where(s => s.Weight != 0).Select(s => FormattableString.Invariant($"{s.Id} {s.Weight:+0.##;-0.##}")));
        var sum = FormattableString.Invariant($"score {reading.Score:0.##} of {reading.Topic.MatchThreshold:0.##}: {(signals.Length == 0 ? "no signal fires" : signals)}");
        return (sample.Matches, reading.IsMatch) switch
        {
            (true, false) => $"this sample must match and does not ({sum})",
            (false, true) => $"this sample must not match and does ({sum})",
            _ when sample.Central is { } central && central != reading.IsCentral =>
                FormattableString.Invariant($"this sample must {(central ? "" : "not ")}be a main subject; its prominence is {reading.Prominence:0.##} of {reading.Topic.CentralThreshold:0.##}"),
            _ => null,
        };
    }

    private static void Signals(Topic topic, List<ConfigProblem> problems)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var signal in topic.Signals)
        {
            void Problem(string message) => problems.Add(new ConfigProblem(topic.File, signal.Line, $"signal \"{signal.Id}\" {message}"));
            if (!ids.Add(signal.Id))
            {
                Problem("is there twice; give it another id");
            }

            foreach (var phrase in signal.Groups.SelectMany(g => g))
            {
                if (!Phrase.TryFold(phrase, out _, out var reason))
                {
                    Problem($"can never fire: {reason}");
                }
            }

            foreach (var other in signal.Needs.Concat(signal.Cancels).Where(o => topic.Signals.All(s => s.Id != o)))
            {
                Problem($"names a signal \"{other}\" that the topic does not have");
            }

            foreach (var cancelled in topic.Signals.Where(s => signal.Cancels.Contains(s.Id) && signal.Needs.Contains(s.Id)))
            {
                Problem($"can never fire: it needs \"{cancelled.Id}\" and cancels it");
            }
        }

        foreach (var signal in topic.Signals.Where(s => s.Needs.Count > 0 && s.Needs.All(n => topic.Signals.Any(o => o.Id == n && o.Cancels.Contains(s.Id) && o.Reach.Kind == ReachKind.Article))))
        {
            problems.Add(new ConfigProblem(topic.File, signal.Line, $"signal \"{signal.Id}\" can never fire: whatever it needs cancels it"));
        }

        if (topic.Signals.Count > 0 && !topic.Signals.Any(s => s.Weight > 0))
        {
            problems.Add(new ConfigProblem(topic.File, topic.Signals[0].Line, "no signal has a weight above 0, so nothing can ever match"));
        }
        else if (topic.Signals.Sum(s => Math.Max(0, s.Weight)) < topic.MatchThreshold)
        {
            problems.Add(new ConfigProblem(topic.File, topic.Signals[0].Line, "all signals together stay below the match threshold, so nothing can ever match"));
        }

        SignalOrder.Of(topic.Signals, out var circle);
        if (circle is not null)
        {
            problems.Add(new ConfigProblem(topic.File, circle.Line, $"signal \"{circle.Id}\" can never fire: what it needs, or what cancels it, leads back to it"));
        }
    }
}
