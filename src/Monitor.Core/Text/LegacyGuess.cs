namespace Monitor.Core.Text;

/// <summary>
/// Which legacy encoding undeclared bytes are most likely in. Multi-byte encodings are tried by whether the bytes fit them at
/// all; between single-byte ones Cyrillic is told by its dense runs of letters. What is left is windows-1252, as in browsers.
/// </summary>
internal static class LegacyGuess
{
    /// <summary>Bytes looked at: enough to tell, and cheap on any document.</summary>
    private const int Sample = 64 * 1024;

    private static readonly TextEncoding[] MultiByte =
        [TextEncoding.Of("euc-jp")!, TextEncoding.Of("shift_jis")!, TextEncoding.Of("euc-kr")!, TextEncoding.Of("gbk")!, TextEncoding.Of("big5")!];

    private static readonly TextEncoding Windows1251 = TextEncoding.Of("windows-1251")!;
    private static readonly TextEncoding Koi8R = TextEncoding.Of("koi8-r")!;

    public static TextEncoding Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Sample)
        {
            // Cut where no character can be split.
            bytes = bytes[..Sample];
            bytes = bytes[..(bytes.LastIndexOfAnyInRange((byte)0, (byte)0x3F) + 1)];
        }

        int high = 0, inRuns = 0, run = 0, lowerKoi = 0, lowerWindows = 0, kana = 0, kanaEuc = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b < 0x80)
            {
                run = 0;
                continue;
            }

            high++;
            run++;
            inRuns += run == 4 ? 4 : run > 4 ? 1 : 0;
            lowerKoi += b is >= 0xC0 and <= 0xDF ? 1 : 0;
            lowerWindows += b >= 0xE0 ? 1 : 0;
            if (i + 1 < bytes.Length)
            {
                kana += b is 0x82 or 0x83 && bytes[i + 1] is >= 0x40 and not 0x7F ? 1 : 0;
                kanaEuc += b is 0xA4 or 0xA5 && bytes[i + 1] >= 0xA1 ? 1 : 0;
            }
        }

        // Western text has its accents one at a time; only scripts that are all high bytes have runs.
        if (high < 8 || inRuns * 2 < high)
        {
            return TextEncoding.Windows1252;
        }

        if (kana * 5 > high / 2 && MultiByte[1].Fits(bytes))
        {
            return MultiByte[1];
        }

        if (kanaEuc * 5 > high / 2 && MultiByte[0].Fits(bytes))
        {
            return MultiByte[0];
        }

        if (lowerKoi > high * 3 / 5 || lowerWindows > high * 3 / 5)
        {
            return lowerKoi > lowerWindows ? Koi8R : Windows1251;
        }

        foreach (var encoding in MultiByte.AsSpan(2))
        {
            if (encoding.Fits(bytes))
            {
                return encoding;
            }
        }

        return TextEncoding.Windows1252;
    }
}
