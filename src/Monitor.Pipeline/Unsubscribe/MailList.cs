using Monitor.Core.Digests;
using Monitor.Pipeline.Outbox;

namespace Monitor.Pipeline.Unsubscribe;

/// <summary>What a recipient can leave: the alerts, or one edition. What goes to operations is no list: somebody has to know.</summary>
public static class MailList
{
    public const string Alerts = "alerts";
    private const string Edition = "edition:";

    /// <summary>The list that a message belongs to; null where nobody can leave it.</summary>
    public static string? Of(MessageKind kind, IReadOnlyList<string> identity) => kind switch
    {
        MessageKind.Alert => Alerts,
        MessageKind.Digest when identity.Count > 1 => Edition + identity[1],
        _ => null,
    };

    /// <summary>Its name for people, with a capital; null where the desk has no such list any more.</summary>
    public static string? Name(string list, Desk desk) =>
        list == Alerts ? "Alerts" : desk.Editions.FirstOrDefault(edition => list == Edition + edition.Id)?.Name;

    /// <summary>Ids of the groups that it goes to.</summary>
    public static IReadOnlyList<string> Groups(string list, Desk desk) =>
        (list == Alerts ? desk.Alerts?.Recipients : desk.Editions.FirstOrDefault(edition => list == Edition + edition.Id)?.Recipients) ?? [];
}
