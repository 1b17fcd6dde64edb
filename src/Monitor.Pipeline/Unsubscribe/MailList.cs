using Monitor.Core.Digests;

namespace Monitor.Pipeline.Unsubscribe;

/// <summary>What a recipient can leave: the alerts, or one edition. What goes to operations is no list: somebody has to know.</summary>
public static class MailList
{
    public const string Alerts = "alerts";
    private const string Prefix = "edition:";

    public static string Of(Edition edition) => Prefix + edition.Id;

    /// <summary>
    /// The list as it is called now: an edition that was renamed is the same one, and whoever has left it has left it. A list that
    /// the desk has no more stays as it is.
    /// </summary>
    public static string Current(string list, Desk desk) => Find(list, desk) is { } edition ? Of(edition) : list;

    /// <summary>Its name for people, with a capital; null where the desk has no such list any more.</summary>
    public static string? Name(string list, Desk desk) => list == Alerts ? "Alerts" : Find(list, desk)?.Name;

    /// <summary>Ids of the groups that it goes to.</summary>
    public static IReadOnlyList<string> Groups(string list, Desk desk) =>
        (list == Alerts ? desk.Alerts?.Recipients : Find(list, desk)?.Recipients) ?? [];

    private static Edition? Find(string list, Desk desk) =>
        desk.Editions.FirstOrDefault(edition => list == Of(edition))
        ?? desk.Editions.FirstOrDefault(edition => edition.Was?.Any(id => list == Prefix + id) == true);
}
