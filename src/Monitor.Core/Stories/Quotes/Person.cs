namespace Monitor.Core.Stories.Quotes;

/// <summary>Someone, or some body, that an article speaks of.</summary>
internal sealed class Person(string name, string? role, Gender gender)
{
    public string Name { get; set; } = name;

    public string? Role { get; set; } = role;

    public Gender Gender { get; set; } = gender;

    /// <summary>When the article last had this person for its subject; 0 for never.</summary>
    public int Focus { get; set; }

    /// <summary>The last word, with the particles before it: "de Vries", "Te Aho".</summary>
    public string Surname
    {
        get
        {
            var words = Name.Split(' ');
            var first = words.Length - 1;
            while (first > 1 && SpeechWords.Particles.Contains(words[first - 1].ToLowerInvariant()))
            {
                first--;
            }

            return string.Join(' ', words[first..]);
        }
    }
}

internal enum Gender
{
    Unknown,
    Male,
    Female,

    /// <summary>A council, a company, a crowd: "it" or "they".</summary>
    Body,
}
