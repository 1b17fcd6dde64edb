using System.ComponentModel.DataAnnotations;

namespace Monitor.Pipeline.SendMessages;

public sealed class SendOptions
{
    /// <summary>Attempts before a message is filed as failed. Default 12: with the pauses below about a day.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 12;

    /// <summary>How long a sender may have a message before another takes it over. Default 5 minutes: longer than any provider's time limit.</summary>
    public TimeSpan ClaimFor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Pause after the first failed attempt; it doubles with each one. Default 1 minute.</summary>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Longest pause between attempts. Default 4 hours.</summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromHours(4);

    /// <summary>A run begins no attempt after this long, and leaves the rest to the next. Default 50 s, for a run every minute.</summary>
    public TimeSpan RunFor { get; set; } = TimeSpan.FromSeconds(50);

    /// <summary>Messages being sent at the same time. Default 4.</summary>
    [Range(1, 64)]
    public int AtOnce { get; set; } = 4;

    /// <summary>Messages picked from one listing of the outbox. Default 1000.</summary>
    [Range(1, 10_000)]
    public int PerListing { get; set; } = 1000;

    /// <summary>How long a provider may work on a message before it is filed as failed. Default 24 hours.</summary>
    public TimeSpan OperationFor { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Pause before a provider is asked what came of its work, where it does not say how long. Default 1 minute.</summary>
    public TimeSpan AskAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Refusals in a row, without a success in between, before operations hear of a recipient. Default 3.</summary>
    [Range(1, 20)]
    public int RefusalsToTell { get; set; } = 3;
}
