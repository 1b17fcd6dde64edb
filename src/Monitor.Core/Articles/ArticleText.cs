namespace Monitor.Core.Articles;

/// <summary>
/// The article's paragraphs, from the element that holds it: the standfirst before it, then its blocks without link
/// groups, boilerplate lines, what stands above the first sentence (headline, dates, names) and headings over nothing.
/// </summary>
internal sealed class ArticleText
{
    private const int StandfirstReach = 60;
    private const int ShortestStandfirst = 20;

    // "amw", "SDA/sep": who wrote it, below the last sentence.
    private const int Initials = 12;
    private readonly PageTree tree;
    private readonly MainContent main;
    private readonly string title;
    private readonly string[] descriptions;
    private readonly bool[] kept;

    private ArticleText(PageTree tree, MainContent main, string? title, IEnumerable<string?> descriptions)
    {
        this.tree = tree;
        this.main = main;
        this.title = Wording.Of(title);
        this.descriptions = [.. descriptions.Select(Wording.Of).Where(d => d.Length >= ShortestStandfirst)];
        kept = new bool[tree.Blocks.Count];
    }

    public static IReadOnlyList<TextBlock> Of(PageTree tree, MainContent main, string? title, IEnumerable<string?> descriptions) =>
        new ArticleText(tree, main, title, descriptions).Compose();

    private List<TextBlock> Compose()
    {
        if (main.Root is not { } root)
        {
            return [];
        }

        KeepText(root);
        DropLeadIns(root);
        var first = FirstProse(root);
        if (first >= 0)
        {
            TrimStart(root, first);
            TrimEnd(root);
        }

        return WithoutRepeats();
    }

    private void KeepText(PageNode root)
    {
        var linkGroups = LinkGroups(root);
        for (var i = root.FirstBlock; i < root.EndBlock; i++)
        {
            var block = tree.Blocks[i];
            kept[i] = !main.LeavesOut(block) && !linkGroups[block.Node - root.Index] && block.LinkDensity < 0.8 && !BoilerplatePhrases.IsOne(block);
        }
    }

    // Lists, tables and boxes that are mostly links.
    private bool[] LinkGroups(PageNode root)
    {
        var groups = new bool[root.End - root.Index];
        for (var i = root.Index + 1; i < root.End; i++)
        {
            var node = tree.Nodes[i];
            groups[i - root.Index] = groups[node.Parent!.Index - root.Index]
                || (node.Tag is "ul" or "ol" or "dl" or "div" or "section" or "table" && node.EndBlock - node.FirstBlock > 1
                    && main.LinkDensity(node) > 0.6 && main.Prose(node) < 200);
        }

        return groups;
    }

    // "Read more" over a list that was dropped.
    private void DropLeadIns(PageNode root)
    {
        for (var i = root.EndBlock - 2; i >= root.FirstBlock; i--)
        {
            var block = tree.Blocks[i];
            if (kept[i] && !kept[i + 1] && !block.IsProse && block.Mass < 60 && tree.Blocks[i + 1].LinkDensity > 0.8
                && (block.Kind == BlockKind.Heading || block.Text.EndsWith(':')))
            {
                kept[i] = false;
            }
        }
    }

    private int FirstProse(PageNode root)
    {
        for (var i = root.FirstBlock; i < root.EndBlock; i++)
        {
            if (kept[i] && tree.Blocks[i].IsProse)
            {
                return i;
            }
        }

        return -1;
    }

    private void TrimStart(PageNode root, int first)
    {
        var headline = Headline(first);
        for (var i = root.FirstBlock; i < first; i++)
        {
            var block = tree.Blocks[i];
            kept[i] &= i > headline && block.Kind is not BlockKind.Text && block.Mass > 15 && !Dateline.Signs(block);
        }

        for (var i = Math.Max(headline + 1, first - StandfirstReach); i < first; i++)
        {
            var block = tree.Blocks[i];
            if (!kept[i] && block.Mass >= ShortestStandfirst && block.LinkDensity < 0.5 && !Dateline.Signs(block) && !IsTitle(block)
                && (IsDescription(block) || (headline >= 0 && Standfirst.IsNamed(tree.Nodes[block.Node]) && !BoilerplatePhrases.IsOne(block))))
            {
                kept[i] = true;
            }
        }
    }

    private int Headline(int before)
    {
        for (var i = before - 1; i >= 0; i--)
        {
            if (IsTitle(tree.Blocks[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private bool IsTitle(TextBlock block) =>
        block.Mass < 500 && Wording.Of(block.Text) is { Length: > 0 } wording
        && (wording == title || (block.Kind == BlockKind.Heading
            && (Wording.Begin(wording, title, 15) || (title.Length >= 15 && wording.EndsWith(title, StringComparison.Ordinal)))));

    private bool IsDescription(TextBlock block)
    {
        var wording = Wording.Of(block.Text);
        foreach (var description in descriptions)
        {
            if (wording == description || Wording.Begin(wording, description, 30))
            {
                return true;
            }
        }

        return false;
    }

    // Nothing but sentences and lists ends an article.
    private void TrimEnd(PageNode root)
    {
        for (var i = root.EndBlock - 1; i >= root.FirstBlock && !(kept[i] && tree.Blocks[i].IsProse); i--)
        {
            var block = tree.Blocks[i];
            kept[i] &= block.Kind is not BlockKind.Heading && !Dateline.Signs(block)
                && (block.Mass > Initials || block.EndsSentence || block.Kind is BlockKind.ListItem or BlockKind.Cell);
        }
    }

    private List<TextBlock> WithoutRepeats()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var blocks = new List<TextBlock>();
        for (var i = 0; i < kept.Length; i++)
        {
            var block = tree.Blocks[i];
            if (kept[i] && !(IsTitle(block) && block.Kind == BlockKind.Heading) && (block.Mass < 40 || seen.Add(block.Text)))
            {
                blocks.Add(block);
            }
        }

        return blocks;
    }
}
