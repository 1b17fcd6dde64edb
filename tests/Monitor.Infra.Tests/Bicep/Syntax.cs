using System.Text.Json;

namespace Monitor.Infra.Tests.Bicep;

/// <summary>A node of a syntax tree, as tree-sitter-bicep names them. Tokens without a name are typed in quotes: 'existing'.</summary>
internal sealed record Syntax(string Type, string Field, string Text, IReadOnlyList<Syntax> Children)
{
    /// <summary>Children that are neither tokens nor comments.</summary>
    public IEnumerable<Syntax> Parts => Children.Where(child => child.Type[0] != '\'' && child.Type != "comment");

    public IEnumerable<Syntax> Everything => Children.SelectMany(child => child.Everything).Prepend(this);

    /// <summary>Of a declaration, the symbol that it declares; of a property, its key.</summary>
    public string Name => Parts.First().Text.Trim('\'');

    /// <summary>Of a property or a declaration, its last part: the value.</summary>
    public Syntax Value => Parts.Last();

    /// <summary>Of a declaration with a body in a condition or a loop, the object of its properties.</summary>
    public Syntax? Body => Type == "object" ? this : Parts.Where(part => part.Type is "object" or "if_statement" or "for_statement" or "array").Select(part => part.Body).LastOrDefault(body => body is not null);

    public IEnumerable<Syntax> Properties => Type == "object" ? Parts.Where(part => part.Type == "object_property" && part.Parts.First().Type != "resource_declaration") : [];

    public Syntax? Property(string path) =>
        path.Split('.').Aggregate((Syntax?)Body, (at, key) => at?.Properties.FirstOrDefault(property => property.Name == key)?.Value);

    public static Syntax Read(JsonElement node, string text)
    {
        var (start, end) = (node[2].GetInt32(), node[3].GetInt32());
        return new Syntax(
            node[0].GetString()!, node[1].GetString()!, text[start..end],
            [.. node[4].EnumerateArray().Select(child => Read(child, text))]);
    }
}
