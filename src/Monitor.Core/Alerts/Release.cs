using Monitor.Core.Digests;

namespace Monitor.Core.Alerts;

/// <summary>What is let go together: everything that is decided at one instant, exactly as it will be told.</summary>
/// <param name="Told">What the desk knows when all of it is told, story by story.</param>
/// <param name="Tips">Ids of the tips that are dealt with by it, told or not.</param>
/// <param name="Sent">Those of its alerts that count for the limit of the hour.</param>
public sealed record Release(
    DateTimeOffset At,
    IReadOnlyList<ReleasedAlert> Alerts,
    IReadOnlyList<ToldStory> Told,
    IReadOnlyList<string> Tips,
    IReadOnlyList<SentAlert> Sent);

/// <param name="Identity">What it says, as the identifiers of its messages are made of it: the tips that it tells.</param>
/// <param name="Follows">Identity of the message under which it stands; null where it stands alone.</param>
/// <param name="Recipients">Who is told.</param>
public sealed record ReleasedAlert(
    IReadOnlyList<string> Identity, Alert Alert, Severity Severity, IReadOnlyList<string>? Follows, IReadOnlyList<Recipient> Recipients);

/// <summary>An alert that counts for the limit of its hour.</summary>
/// <param name="To">Who got it, as <see cref="AlertPlan"/> writes it.</param>
public sealed record SentAlert(string To, DateTimeOffset At);
