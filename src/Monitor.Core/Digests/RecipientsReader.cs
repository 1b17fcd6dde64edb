using YamlDotNet.RepresentationModel;

namespace Monitor.Core.Digests;

/// <summary>The parts of desk.yaml that say whom messages go to: channels, and groups of people and channels.</summary>
internal sealed class RecipientsReader(DeskYaml yaml)
{
    /// <summary>Someone with an address, and a name where there is one; null, with a problem, where there is none.</summary>
    /// <param name="what">Where they stand, for the problem.</param>
    public Recipient? Person(YamlNode node, string what)
    {
        if (node is YamlScalarNode)
        {
            return Address(node, what) is { } bare ? new(string.Empty, bare) : null;
        }

        return Named(node, what, yaml.Fields(node, what, "name", "address"));
    }

    private Recipient? Member(YamlNode node, string what, IReadOnlyList<DeskChannel> channels)
    {
        if (node is YamlScalarNode)
        {
            return Person(node, what);
        }

        var fields = yaml.Fields(node, what, "name", "address", "channel");
        if (!fields.TryGetValue("channel", out var channelNode))
        {
            return Named(node, what, fields);
        }

        if (fields.ContainsKey("address"))
        {
            yaml.Refuse(node, $"{what} has a member with both an address and a channel: make two members of it");
        }

        return yaml.Text(channelNode, $"a channel in {what}") is { } id ? OfChannel(channelNode, what, id, channels) : null;
    }

    private Recipient? OfChannel(YamlNode node, string what, string id, IReadOnlyList<DeskChannel> channels)
    {
        if (channels.FirstOrDefault(channel => channel.Id == id) is { } found)
        {
            return new(string.Empty, found.Id, found.Kind);
        }

        var known = channels.Count == 0 ? "there is none" : $"it has {DeskYaml.Listed(channels.Select(channel => channel.Id))}";
        yaml.Refuse(node, $"{what} names the channel {DeskYaml.Quote(id)}, which channels lacks: {known}");
        return null;
    }

    public List<DeskChannel> Channels(YamlNode node)
    {
        var found = new List<DeskChannel>();
        foreach (var (id, kindNode) in yaml.Entries(node, "channels"))
        {
            if (id.Length is 0 or > 32 || !char.IsAsciiLetterLower(id[0]) || !id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)))
            {
                yaml.Refuse(kindNode, $"the channel id {DeskYaml.Quote(id)} may hold only lower-case letters and digits, a letter first, at most 32");
            }

            Channel? kind = yaml.Text(kindNode, $"the channel {DeskYaml.Quote(id)}") switch
            {
                "teams" => Channel.Teams,
                "slack" => Channel.Slack,
                "webhook" => Channel.Webhook,
                _ => null,
            };
            if (kind is { } known)
            {
                found.Add(new(id, known));
            }
            else
            {
                yaml.Refuse(kindNode, $"the channel {DeskYaml.Quote(id)} must be teams, slack or webhook");
            }
        }

        return found;
    }

    private Recipient? Named(YamlNode node, string what, Dictionary<string, YamlNode> fields)
    {
        if (fields.Count == 0)
        {
            return null;
        }

        var name = fields.TryGetValue("name", out var nameNode) ? yaml.Text(nameNode, $"the name in {what}") : string.Empty;
        var address = yaml.Need(fields, node, what, "address", found => Address(found, what));
        return name is null || address is null ? null : new(name, address);
    }

    private string? Address(YamlNode node, string what)
    {
        if (yaml.Text(node, what) is not { } address)
        {
            return null;
        }

        if (!Recipient.IsAddress(address))
        {
            yaml.Refuse(node, $"{what} has {DeskYaml.Quote(address)}, which is not an e-mail address: write one such as desk@example.org");
            return null;
        }

        return address;
    }

    public List<RecipientGroup> Groups(YamlNode node, IReadOnlyList<DeskChannel> channels)
    {
        var groups = new List<RecipientGroup>();
        foreach (var (id, members) in yaml.Entries(node, "recipients"))
        {
            yaml.CheckId(members, id, "group");
            var what = $"the group {DeskYaml.Quote(id)}";
            var people = yaml.Items(members, what).Select(member => (Node: member, Person: Member(member, what, channels))).ToList();
            foreach (var twice in people.Where(member => member.Person is not null).GroupBy(member => member.Person!.Address, StringComparer.OrdinalIgnoreCase))
            {
                foreach (var (again, _) in twice.Skip(1))
                {
                    yaml.Refuse(again, $"{what} names {twice.Key} twice: keep one");
                }
            }

            groups.Add(new(id, [.. people.Select(member => member.Person).OfType<Recipient>()]));
        }

        if (groups.Count == 0)
        {
            yaml.Refuse(node, "recipients names no group: add one, such as \"desk: [desk@example.org]\"");
        }

        return groups;
    }
}
