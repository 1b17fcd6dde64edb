using Monitor.Core.Digests;

namespace Monitor.Pipeline.Outbox;

/// <summary>desk.yaml's people as addresses of messages.</summary>
public static class DeskAddresses
{
    public static Address Sender(this Desk desk) => new(desk.From.Address, desk.From.Name);

    /// <summary>The members of the groups; an address that is in several gets one message.</summary>
    public static IEnumerable<Address> AddressesOf(this Desk desk, IEnumerable<string> groups) =>
        desk.People(groups).Select(person => new Address(person.Address, person.Name));
}
