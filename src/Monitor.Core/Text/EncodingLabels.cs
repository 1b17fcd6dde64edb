namespace Monitor.Core.Text;

/// <summary>
/// The labels of https://encoding.spec.whatwg.org/#names-and-labels with the code pages that read them, and a few spellings
/// met in feeds that the table lacks. Old encodings of XML that browsers have given up stand at the end, and those that HTML
/// replaces for safety's sake are read: everything is sanitised after it is decoded. ASCII is ASCII here, and not windows-1252:
/// servers claim it for documents that know better.
/// </summary>
internal static class EncodingLabels
{
    public const int NotInTheFramework = 0;

    public static readonly (string Name, int CodePage, string Labels)[] All =
    [
        ("utf-8", 65001, "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8 utf_8 u8"),
        ("us-ascii", 20127, "ansi_x3.4-1968 ascii us-ascii us_ascii iso646-us"),
        ("ibm866", 866, "866 cp866 csibm866 ibm866"),
        ("iso-8859-2", 28592, "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"),
        ("iso-8859-3", 28593, "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"),
        ("iso-8859-4", 28594, "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"),
        ("iso-8859-5", 28595, "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988"),
        ("iso-8859-6", 28596, "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"),
        ("iso-8859-7", 28597, "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek"),
        ("iso-8859-8", 28598, "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical"),
        ("iso-8859-10", NotInTheFramework, "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6"),
        ("iso-8859-13", 28603, "iso-8859-13 iso8859-13 iso885913"),
        ("iso-8859-14", NotInTheFramework, "iso-8859-14 iso8859-14 iso885914"),
        ("iso-8859-15", 28605, "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9 latin9 latin-9"),
        ("iso-8859-16", NotInTheFramework, "iso-8859-16"),
        ("koi8-r", 20866, "cskoi8r koi koi8 koi8-r koi8_r"),
        ("koi8-u", 21866, "koi8-ru koi8-u"),
        ("macintosh", 10000, "csmacintosh mac macintosh x-mac-roman mac-roman macroman mac_roman"),
        ("windows-874", 874, "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874"),
        ("windows-1250", 1250, "cp1250 windows-1250 x-cp1250"),
        ("windows-1251", 1251, "cp1251 windows-1251 x-cp1251 win-1251"),
        ("windows-1252", 1252, "cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 windows-1252 x-cp1252 latin-1 latin_1 ansi"),
        ("windows-1253", 1253, "cp1253 windows-1253 x-cp1253"),
        ("windows-1254", 1254, "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254"),
        ("windows-1255", 1255, "cp1255 windows-1255 x-cp1255"),
        ("windows-1256", 1256, "cp1256 windows-1256 x-cp1256"),
        ("windows-1257", 1257, "cp1257 windows-1257 x-cp1257"),
        ("windows-1258", 1258, "cp1258 windows-1258 x-cp1258"),
        ("x-mac-cyrillic", 10007, "x-mac-cyrillic x-mac-ukrainian mac-cyrillic mac_cyrillic"),
        ("gbk", 936, "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk cp936"),
        ("gb18030", 54936, "gb18030"),
        ("hz-gb-2312", 52936, "hz-gb-2312 hz hz-gb"),
        ("big5", 950, "big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950"),
        ("euc-jp", 51932, "cseucpkdfmtjapanese euc-jp x-euc-jp eucjp"),
        ("iso-2022-jp", 50220, "csiso2022jp iso-2022-jp iso2022_jp iso-2022-jp-1 iso-2022-jp-2 iso2022_jp_1 iso2022_jp_2"),
        ("shift_jis", 932, "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis cp932"),
        ("euc-kr", 949, "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 cp949"),
        ("iso-2022-kr", 50225, "iso-2022-kr csiso2022kr iso2022_kr"),
        ("utf-16be", 1201, "unicodefffe utf-16be"),
        ("utf-16le", 1200, "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le utf16 u16"),
        ("utf-32be", 12001, "utf-32be ucs-4be"),
        ("utf-32le", 12000, "utf-32 utf-32le utf32 ucs-4 iso-10646-ucs-4 csucs4"),
        ("x-user-defined", 28591, "x-user-defined"),
        ("x-mac-greek", 10006, "x-mac-greek mac-greek mac_greek"),
        ("x-mac-ce", 10029, "x-mac-ce mac-latin2 mac_latin2 mac-centraleurope"),
        ("x-mac-icelandic", 10079, "x-mac-icelandic mac-iceland mac_iceland"),
        ("x-mac-turkish", 10081, "x-mac-turkish mac-turkish mac_turkish"),
        ("ibm437", 437, "ibm437 cp437 437 cspc8codepage437"),
        ("ibm737", 737, "ibm737 cp737 737"),
        ("ibm775", 775, "ibm775 cp775 775"),
        ("ibm850", 850, "ibm850 cp850 850 cspc850multilingual"),
        ("ibm852", 852, "ibm852 cp852 852 cspcp852"),
        ("ibm855", 855, "ibm855 cp855 855 csibm855"),
        ("ibm857", 857, "ibm857 cp857 857 csibm857"),
        ("ibm858", 858, "ibm858 cp858 858 ibm00858"),
        ("ibm860", 860, "ibm860 cp860 860 csibm860"),
        ("ibm861", 861, "ibm861 cp861 861 cp-is csibm861"),
        ("ibm862", 862, "ibm862 cp862 862 dos-862"),
        ("ibm863", 863, "ibm863 cp863 863 csibm863"),
        ("ibm864", 864, "ibm864 cp864 864 csibm864"),
        ("ibm865", 865, "ibm865 cp865 865 csibm865"),
        ("ibm869", 869, "ibm869 cp869 869 cp-gr csibm869"),
        ("ibm037", 37, "ibm037 cp037 037 ebcdic-cp-us ebcdic-cp-ca ebcdic-cp-wt ebcdic-cp-nl csibm037"),
        ("ibm500", 500, "ibm500 cp500 500 ebcdic-cp-be ebcdic-cp-ch csibm500"),
        ("ibm875", 875, "ibm875 cp875 875"),
        ("ibm1047", 1047, "ibm1047 cp1047 1047"),
        ("ibm1140", 1140, "ibm1140 cp1140 1140 ibm01140 ebcdic-us-37+euro"),
    ];
}
