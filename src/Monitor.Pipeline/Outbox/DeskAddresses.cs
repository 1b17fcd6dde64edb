using Monitor.Core.Digests;

namespace Monitor.Pipeline.Outbox;

/// <summary>desk.yaml's people and channels as destinations of messages.</summary>
public static class DeskAddresses
{
    public static Address Sender(this Desk desk) => new(desk.From.Address, desk.From.Name);

    /// <summary>The members of the groups; one that is in several gets one message.</summary>
    public static IEnumerable<Destination> DestinationsOf(this Desk desk, IEnumerable<string> groups) =>
        desk.People(groups).Select(person => new Destination(person.Address, person.Name, person.Channel));
}
