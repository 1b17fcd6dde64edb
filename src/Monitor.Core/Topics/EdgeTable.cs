using System.Numerics;

namespace Monitor.Core.Topics;

/// <summary>
/// The edges of a trie, (state, label) to state, in one open-addressed table: a probe an edge, whatever the alphabet.
/// States are numbered from 0, the root; a missing edge is -1. Built once, then only read.
/// </summary>
internal sealed class EdgeTable
{
    private ulong[] keys = new ulong[64];
    private int[] targets = new int[64];

    /// <summary>Number of states, the root included.</summary>
    public int States { get; private set; } = 1;

    public int Next(int state, int label)
    {
        var key = Key(state, label);
        for (var slot = Slot(key, keys.Length); ; slot = (slot + 1) & (keys.Length - 1))
        {
            var found = keys[slot];
            if (found == key)
            {
                return targets[slot];
            }

            if (found == 0)
            {
                return -1;
            }
        }
    }

    public int Add(int state, int label)
    {
        var next = Next(state, label);
        if (next >= 0)
        {
            return next;
        }

        if (States * 2 >= keys.Length)
        {
            Grow();
        }

        Put(Key(state, label), States);
        return States++;
    }

    private static ulong Key(int state, int label) => ((ulong)(uint)state << 32) | (uint)(label + 1);

    private static int Slot(ulong key, int size) =>
        (int)((key * 0x9E3779B97F4A7C15UL) >> (64 - BitOperations.Log2((uint)size)));

    private void Put(ulong key, int target)
    {
        var slot = Slot(key, keys.Length);
        while (keys[slot] != 0)
        {
            slot = (slot + 1) & (keys.Length - 1);
        }

        keys[slot] = key;
        targets[slot] = target;
    }

    private void Grow()
    {
        var (oldKeys, oldTargets) = (keys, targets);
        keys = new ulong[oldKeys.Length * 2];
        targets = new int[oldKeys.Length * 2];
        for (var i = 0; i < oldKeys.Length; i++)
        {
            if (oldKeys[i] != 0)
            {
                Put(oldKeys[i], oldTargets[i]);
            }
        }
    }
}
