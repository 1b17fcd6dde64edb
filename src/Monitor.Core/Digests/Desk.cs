using Monitor.Core.Alerts;

namespace Monitor.Core.Digests;

/// <summary>Who is told what, and when: desk.yaml.</summary>
/// <param name="Zone">The zone of every local time, with the language of every date.</param>
/// <param name="Contact">An e-mail or web address for those whose feeds are read, shown in the User-Agent and in mails.</param>
/// <param name="From">The sender of every mail.</param>
/// <param name="Groups">In the file's order.</param>
/// <param name="Operations">Id of the group that hears of stale feeds, refused files and failed messages.</param>
/// <param name="Editions">In the file's order, at least one.</param>
/// <param name="Alerts">Null where the desk wants digests only.</param>
/// <param name="Channels">Channels that groups may name beside people; where they lead is set with the app, not in the file.</param>
public sealed record Desk(
    DeskZone Zone,
    string Contact,
    Recipient From,
    IReadOnlyList<RecipientGroup> Groups,
    string Operations,
    IReadOnlyList<Edition> Editions,
    AlertSettings? Alerts,
    IReadOnlyList<DeskChannel> Channels)
{
    /// <summary>Reads desk.yaml strictly. Never throws; any problem refuses the file.</summary>
    /// <param name="fileName">As it shall stand in the problems.</param>
    /// <param name="knownTopics">Ids that editions and alerts may name; null where topics are not to be checked.</param>
    /// <param name="knownCalendars">Ids that editions may name; null where calendars are not to be checked.</param>
    public static DeskLoad Load(
        string fileName, string text, IReadOnlySet<string>? knownTopics = null, IReadOnlySet<string>? knownCalendars = null) =>
        new DeskReader(new DeskYaml(fileName), knownTopics, knownCalendars).Read(text);

    /// <summary>The people in some groups, each address and channel once, in the file's order. Unknown groups are empty.</summary>
    public IReadOnlyList<Recipient> People(IEnumerable<string> groups)
    {
        var wanted = groups.ToHashSet(StringComparer.Ordinal);
        return [.. Groups
            .Where(group => wanted.Contains(group.Id))
            .SelectMany(group => group.Members)
            .DistinctBy(member => (member.Channel, member.Address.ToUpperInvariant()))];
    }
}

/// <summary>A chat channel or program that messages go to.</summary>
/// <param name="Id">Lower-case letters and digits, at most 32: it also names the app's setting that holds the channel's address.</param>
public sealed record DeskChannel(string Id, Channel Kind);
