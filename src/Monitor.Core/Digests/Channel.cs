namespace Monitor.Core.Digests;

/// <summary>The way a message takes to its recipient.</summary>
public enum Channel
{
    /// <summary>E-mail; the recipient has an address of their own.</summary>
    Mail,

    /// <summary>A Teams channel, by a Workflows webhook.</summary>
    Teams,

    /// <summary>A Slack channel, by an incoming webhook.</summary>
    Slack,

    /// <summary>Another program, by a signed webhook.</summary>
    Webhook,
}
