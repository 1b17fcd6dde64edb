using System.Text;

namespace Monitor.Core.Articles;

/// <summary>The elements of a sanitised fragment that are not closed yet, outermost first.</summary>
internal sealed class OpenElements
{
    /// <summary>Elements nested deeper are unwrapped.</summary>
    private const int MaxDepth = 64;

    private readonly byte[] stack = new byte[MaxDepth];
    private int depth;

    /// <summary>Makes way for the element as HTML does; false where it may not stand here.</summary>
    public bool Admits(AllowedElement element, StringBuilder output)
    {
        if (element.Home != Home.Anywhere && !Inside(element.Home))
        {
            return false;
        }

        if (element.ClosesItself && depth > 0)
        {
            var top = AllowedHtml.At(stack[depth - 1]);
            if (top.ClosesItself && top.Home == element.Home && (top.Name == element.Name || element.Home is Home.DefinitionList || Cells(top, element)))
            {
                Close(top.Index, output);
            }
        }

        return depth < stack.Length;
    }

    public void Push(byte index) => stack[depth++] = index;

    /// <summary>Closes the innermost element of that kind and all within it; nothing where none is open.</summary>
    public void Close(byte index, StringBuilder output)
    {
        var at = depth == 0 ? -1 : Array.LastIndexOf(stack, index, depth - 1, depth);
        if (at < 0)
        {
            return;
        }

        while (depth > at)
        {
            output.Append("</").Append(AllowedHtml.At(stack[--depth]).Name).Append('>');
        }
    }

    public void CloseAll(StringBuilder output)
    {
        while (depth > 0)
        {
            output.Append("</").Append(AllowedHtml.At(stack[--depth]).Name).Append('>');
        }
    }

    private static bool Cells(AllowedElement top, AllowedElement next) => top.Name is "td" or "th" && next.Name is "td" or "th";

    private bool Inside(Home home)
    {
        foreach (var index in stack.AsSpan(0, depth))
        {
            var name = AllowedHtml.At(index).Name;
            if (home switch { Home.Table => name == "table", Home.List => name is "ul" or "ol", _ => name == "dl" })
            {
                return true;
            }
        }

        return false;
    }
}
