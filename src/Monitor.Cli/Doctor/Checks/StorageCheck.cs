using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Monitor.Adapters.Blobs;
using Monitor.Pipeline.Storage;

namespace Monitor.Cli.Doctor.Checks;

/// <summary>
/// Storage: whether it answers, whose clock is right, which containers are there, and whether the two conditions that everything
/// rests on hold, tried on a blob that is taken away again.
/// </summary>
internal sealed class StorageCheck : ICheck
{
    private const string Check = "storage";

    /// <summary>Signed requests are refused beyond it.</summary>
    private static readonly TimeSpan TooFarApart = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(1);

    public string Name => Check;

    public async IAsyncEnumerable<Finding> RunAsync(Patient patient, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = patient.Storage;
        if (options.AccountUri is null == options.ConnectionString is null)
        {
            // The check of the settings has said it.
            yield break;
        }

        if (Open(options) is not { } probe)
        {
            yield return Finding.Fault(Check, "the connection string cannot be read", "set Monitor__Storage__ConnectionString to the emulator's, as `monitor up` does, or Monitor__Storage__AccountUri to an account");
            yield break;
        }

        BlobLook? look = null;
        Finding? refused = null;
        try
        {
            look = await probe.LookAsync(Containers.All, cancellationToken);
        }
        catch (Exception e) when (BlobTrouble.Of(e) is not null)
        {
            refused = Refused(Check, patient, e, probe.Address);
        }

        if (look is null)
        {
            yield return refused! with { Seen = $"{refused.Seen}; files, runs, messages and feeds cannot be looked at" };
            yield break;
        }

        yield return Finding.Ok(Check, $"{Shown(probe.Address)} answers");
        yield return look.Missing.Count == 0
            ? Finding.Ok("containers", $"all {Containers.All.Count} are there")
            : Finding.Warning("containers", $"missing: {string.Join(", ", look.Missing)}",
                patient.IsLocal ? "start `monitor up`: the first write makes them" : "deploy infra/main.bicep: it makes them; without the right to, the first write fails");
        yield return Clock(look.Time, patient.Now);
        var writes = await TryAsync(probe.Store, patient, cancellationToken);
        yield return writes;
        patient.Store = writes.Verdict == Verdict.Fault ? null : probe.Store;
    }

    /// <summary>What storage refused, with the remedy; null where the failure is not storage's.</summary>
    public static Finding? Refused(string check, Patient patient, Exception failure, Uri? address = null)
    {
        if (BlobTrouble.Of(failure) is not { } trouble)
        {
            return null;
        }

        var at = address is null ? "" : $"{Shown(address)}: ";
        return Finding.Fault(check, at + trouble.Said, trouble.Kind switch
        {
            BlobTroubleKind.NoAnswer when patient.IsLocal => "start `monitor up` (or `monitor demo --keep`) again: what listened there has ended",
            BlobTroubleKind.NoAnswer => "correct Monitor__Storage__AccountUri; where it is right, look at DNS, the way out of this network, and the account's private endpoints",
            BlobTroubleKind.NoCredential => "sign in (az login), or set Monitor__Storage__ClientId to the identity that opens the account",
            BlobTroubleKind.NoRole => "give whoever asks the role Storage Blob Data Contributor on the account (the app itself: Storage Blob Data Owner); a new role takes some minutes",
            // Azurite says so of a wrong key.
            BlobTroubleKind.Unknown or BlobTroubleKind.Network when patient.IsLocal => "correct the key in Monitor__Storage__ConnectionString, or this machine's clock: the request's signature does not hold",
            BlobTroubleKind.Network => "let this network in (operatorAddresses in infra/main.bicep), or look from inside the virtual network",
            BlobTroubleKind.NoKeys => "set Monitor__Storage__AccountUri instead of a connection string: the account takes no keys",
            BlobTroubleKind.Unknown => "set this machine's clock (NTP), and sign in anew (az login): the token was not taken",
            _ => "look the error up in Azure's list of storage errors",
        });
    }

    private static BlobProbe? Open(BlobOptions options)
    {
        try
        {
            return new BlobProbe(options);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static Finding Clock(DateTimeOffset? theirs, DateTimeOffset ours)
    {
        if (theirs is not { } time)
        {
            return Finding.Warning("clock", "storage does not say what time it has", "compare this machine's clock with another");
        }

        var apart = ours - time;
        var seen = string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(apart.TotalSeconds):0} s {(apart > TimeSpan.Zero ? "ahead of" : "behind")} storage");
        return apart.Duration() > TooFarApart ? Finding.Fault("clock", $"this machine is {seen}", "set this machine's clock (NTP): storage refuses what is signed a quarter of an hour off")
            : apart.Duration() > Apart ? Finding.Warning("clock", $"this machine is {seen}", "set this machine's clock (NTP): runs and digests are named by it")
            : Finding.Ok("clock", apart.Duration() < TimeSpan.FromSeconds(2) ? "agrees with storage" : seen);
    }

    private static async Task<Finding> TryAsync(IBlobStore store, Patient patient, CancellationToken cancellationToken)
    {
        const string Writes = "reads and writes";
        var name = new BlobName(Containers.State, $"doctor-{Guid.NewGuid():N}.json");
        try
        {
            var first = await store.CreateAsync(name, Encoding.UTF8.GetBytes("1"), cancellationToken);
            var again = await store.CreateAsync(name, Encoding.UTF8.GetBytes("2"), cancellationToken);
            var read = await store.ReadAsync(name, cancellationToken);
            var replaced = await store.ReplaceAsync(name, Encoding.UTF8.GetBytes("3"), read?.ETag ?? "", cancellationToken);
            var stale = await store.ReplaceAsync(name, Encoding.UTF8.GetBytes("4"), read?.ETag ?? "", cancellationToken);
            var last = await store.ReadAsync(name, cancellationToken);
            var wrong = (first, again, replaced, stale) switch
            {
                (false, _, _, _) => "a new blob was refused",
                (_, true, _, _) => "a blob that is there was created a second time",
                (_, _, null, _) => "a version that was just read could not be replaced",
                (_, _, _, not null) => "a version that is no longer there was replaced (If-Match)",
                _ when last is null || !last.Content.Span.SequenceEqual("3"u8) => "what was written is not what is read",
                _ => "",
            };
            return wrong.Length == 0
                ? Finding.Ok(Writes, "create-once, read, If-Match and delete work")
                : Finding.Fault(Writes, wrong, "use Azure Blob Storage or Azurite: without these conditions messages can be sent twice");
        }
        catch (Exception e) when (BlobTrouble.Of(e) is not null)
        {
            return Refused(Writes, patient, e)!;
        }
        finally
        {
            await ForgetAsync(store, name);
        }
    }

    private static async Task ForgetAsync(IBlobStore store, BlobName name)
    {
        try
        {
            await store.DeleteAsync(name, CancellationToken.None);
        }
        catch (Exception e) when (BlobTrouble.Of(e) is not null)
        {
            // Where it could not be written there is nothing to take away.
        }
    }

    private static string Shown(Uri address) => address.GetLeftPart(UriPartial.Path).TrimEnd('/');
}
