namespace Monitor.Core.Addresses;

/// <summary>A query as its parameters, in order and as written.</summary>
internal static class QueryString
{
    /// <summary>The decoded value of the first parameter of that name; null where there is none.</summary>
    public static string? ValueOf(Uri url, string name)
    {
        foreach (var parameter in Split(url.Query))
        {
            if (NameOf(parameter).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return ValueOf(parameter);
            }
        }

        return null;
    }

    /// <remarks>A feed that escapes its addresses twice writes &amp;amp; between parameters; no parameter is called "amp;id".</remarks>
    public static IEnumerable<string> Split(string query) =>
        (query is ['?', .. var rest] ? rest : query).Replace("&amp;", "&", StringComparison.OrdinalIgnoreCase).Split('&', StringSplitOptions.RemoveEmptyEntries);

    public static string NameOf(string parameter) => Decode(parameter.Split('=', 2)[0]);

    public static string ValueOf(string parameter) => parameter.Split('=', 2) is [_, var value] ? Decode(value) : "";

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
