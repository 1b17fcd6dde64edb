namespace Monitor.Core.Stories.Quotes;

/// <summary>Everyone met so far in an article, so that surnames, pronouns and "the minister" find whom they stand for.</summary>
internal sealed class Cast
{
    private const int Most = 200;

    private readonly List<Person> people = [];
    private int clock;

    /// <summary>People with a full name and a sign that they are people: an office, an honorific or a given name.</summary>
    public IEnumerable<Person> Named =>
        people.Where(p => p.Gender != Gender.Body && char.IsUpper(p.Name[0]) && p.Name.Contains(' ', StringComparison.Ordinal) && (p.Role is not null || p.Gender != Gender.Unknown));

    /// <summary>The person of that name, met now where not before. A surname finds the full name.</summary>
    public Person Meet(string name, string? role, Gender gender)
    {
        var known = people.FindLast(p => p.Name == name)
            ?? (IsFull(name) ? null : people.FindLast(p => p.Gender != Gender.Body && p.Surname == name && (gender == Gender.Unknown || p.Gender == Gender.Unknown || p.Gender == gender)));
        if (known is null)
        {
            known = new Person(name, role, gender == Gender.Unknown ? GenderOf(name, role) : gender);
            if (people.Count < Most)
            {
                people.Add(known);
            }
        }

        known.Role ??= role;
        known.Gender = known.Gender == Gender.Unknown ? gender : known.Gender;
        return known;
    }

    public bool Knows(string surname) => people.Exists(p => p.Gender != Gender.Body && p.Surname == surname);

    public void Focus(Person person) => person.Focus = ++clock;

    /// <summary>Whom a pronoun stands for: the last subject that it fits; null where there is none.</summary>
    public Person? ByPronoun(string pronoun)
    {
        Func<Person, bool> fits = pronoun switch
        {
            "he" => p => p.Gender is Gender.Male or Gender.Unknown,
            "she" => p => p.Gender is Gender.Female or Gender.Unknown,
            "it" or "they" => p => p.Gender is Gender.Body,
            _ => _ => false,
        };
        var person = people.Where(fits).MaxBy(p => p.Focus);
        if (person is { Gender: Gender.Unknown })
        {
            // Once called "he", always "he".
            person.Gender = pronoun == "he" ? Gender.Male : Gender.Female;
        }

        return person;
    }

    /// <summary>Whom "the minister" stands for: the last person with that office; null where there is none.</summary>
    public Person? ByRole(IReadOnlyCollection<string> words) =>
        people.Where(p => p.Role is not null && words.All(p.Role.ToLowerInvariant().Split(' ').Contains)).MaxBy(p => p.Focus);

    private static bool IsFull(string name) =>
        name.Split(' ') is { Length: > 1 } words && !SpeechWords.Particles.Contains(words[0].ToLowerInvariant());

    private static Gender GenderOf(string name, string? role)
    {
        var first = name.Split(' ')[0].ToLowerInvariant();
        var words = (role ?? "").ToLowerInvariant().Split(' ');
        return SpeechWords.Male.Contains(first) || words.Any(SpeechWords.Male.Contains) ? Gender.Male
            : SpeechWords.Female.Contains(first) || words.Any(SpeechWords.Female.Contains) ? Gender.Female
            : Gender.Unknown;
    }
}
