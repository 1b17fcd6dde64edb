namespace Monitor.Core.Alerts;

/// <summary>How much a message asks to be seen now. Mail programs and chat channels show it each in their own way.</summary>
public enum Severity
{
    Low,
    Normal,
    High,
}
