namespace Monitor.Core.Addresses;

/// <summary>May this address be asked?</summary>
/// <param name="Allowed">Nothing in the address itself speaks against a request. A name still has to resolve to public addresses.</param>
/// <param name="Reason">Why not, as one clause without a full stop; empty where it is allowed.</param>
public readonly record struct AddressVerdict(bool Allowed, string Reason)
{
    internal static AddressVerdict Yes { get; } = new(true, "");

    internal static AddressVerdict No(string reason) => new(false, reason);
}
