using Monitor.Core.Digests;
using Monitor.Core.Topics;

namespace Monitor.Core.Alerts;

/// <summary>
/// What is worth a message now. In this order, the first that holds decides:
/// a topic without alerts, not a main subject, a feed's first reading (everything in it is old news), too old, a copy; else it is told.
/// </summary>
public static class AlertRules
{
    /// <param name="topics">Topics that alert.</param>
    /// <param name="maxAge">Older articles never alert.</param>
    /// <param name="firstReading">The article came with the first reading of its feed.</param>
    public static AlertDecision Decide(
        MatchedArticle article, TopicMatch match, IReadOnlyCollection<string> topics, TimeSpan maxAge, bool firstReading, DateTimeOffset now)
    {
        if (!topics.Contains(match.Topic))
        {
            return AlertDecision.TopicHasNoAlerts;
        }

        if (!match.Central)
        {
            return AlertDecision.NotAMainSubject;
        }

        if (firstReading)
        {
            return AlertDecision.FirstReadingOfFeed;
        }

        if (now - article.Published > maxAge)
        {
            return AlertDecision.TooOld;
        }

        return article.CopyOf is null ? AlertDecision.Tell : AlertDecision.Copy;
    }
}

public enum AlertDecision
{
    Tell,
    TopicHasNoAlerts,
    NotAMainSubject,
    FirstReadingOfFeed,
    TooOld,
    Copy,
}
