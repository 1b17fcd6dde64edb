namespace Monitor.Core.Articles;

/// <summary>
/// Lines that stand among an article's paragraphs and are not its text, known by how they begin. Only short blocks are
/// asked: a paragraph that happens to begin so is longer. Letters and digits are compared, case and punctuation not.
/// </summary>
internal static class BoilerplatePhrases
{
    private const int LongestLine = 260;

    // To other articles.
    private static readonly string[] Onward =
    [
        "read more", "read also", "read next", "read this", "read the full", "also read", "related", "see also", "more on this", "more from",
        "more stories", "more news", "recommended", "you may also like", "you might also like", "you might like",
        "don't miss", "watch:", "watch more", "listen:", "click here", "up next", "most popular", "most read", "trending", "what to read",
        "explore more", "check out more", "latest videos", "from the archive", "continue reading", "table of contents", "in this article",
        "lesen sie auch", "lesen sie hier", "lesen sie mehr", "lesen sie dazu", "lies auch", "mehr zum thema", "mehr themen", "mehr dazu",
        "mehr lesen", "auch interessant", "auch spannend", "das könnte dich", "das könnte sie", "das könnte euch", "weitere artikel",
        "weitere themen", "weiterlesen", "zum thema", "siehe auch", "passend dazu", "empfohlener",
        "weiterführende links", "weitere informationen", "dieses thema im programm", "schlagwörter", "schlagworte", "auf dieser seite",
        "inhaltsverzeichnis", "verwendete quellen", "zurück zur",
        "lire aussi", "à lire", "a lire", "voir aussi", "sur le même sujet", "pour aller plus loin", "lisez aussi", "en savoir plus", "pour en savoir plus",
        "lea también", "lee también", "lea además", "leer más", "le puede interesar", "te puede interesar", "también te puede", "también le puede",
        "también puedes leer", "mira también", "mira:", "ver también", "vea también", "más noticias", "más información", "contenido relacionado",
        "noticias relacionadas", "te recomendamos", "contexto de la noticia", "relacionado",
        "leia também", "leia mais", "veja também", "saiba mais", "leia a íntegra", "mais notícias", "confira também", "leggi anche", "leggi di più",
        "per approfondire", "guarda anche", "potrebbe interessarti",
        "lees ook", "lees meer", "bekijk ook", "læs også", "les også", "läs också", "läs mer", "lue myös", "czytaj dalej", "czytaj także",
        "czytaj więcej", "czytaj też", "czytaj również", "zobacz także", "zobacz też", "przeczytaj także", "polecamy", "čtěte také", "olvasta már",
        "читайте также", "читать также", "читайте:", "читайте більше", "читайте також", "смотрите также", "по теме", "ilgili haber",
        "bunlar da ilginizi", "ayrıca oku", "baca juga", "simak juga", "xem thêm", "関連記事", "関連リンク", "あわせて読みたい", "관련기사", "相关阅读", "相關新聞", "延伸閱讀",
        "اقرأ أيضا", "اقرأ ايضا",
    ];

    // To newsletters, channels, accounts and shops; notices of the site itself.
    private static readonly string[] Notices =
    [
        "sign up", "signup", "subscribe", "subscribe to", "subscribe now", "subscribe today", "subscribe for", "newsletter", "join our", "join the conversation", "get our", "get the latest", "follow us", "follow the latest",
        "follow related", "download our", "download the app", "support our", "become a member", "log in", "register to", "create an account",
        "already a subscriber", "share this", "share on", "share your thoughts below", "leave a comment", "comments are closed", "post a comment",
        "have a story", "got a tip",
        "copyright", "©", "(c) ", "all rights reserved", "advertisement", "advert", "filed under", "published under", "source: ", "advertise with",
        "sponsored", "story continues below", "article continues below", "this story continues", "if you buy something", "we may earn",
        "this material may not be", "reprinted with permission", "click to", "to view the full story", "our standards", "reporting by",
        "(reporting by", "writing by", "editing by", "additional reporting by",
        "your browser does not", "please enable javascript", "this video has failed", "try refreshing your browser", "we apologize, but this video",
        "an error occurred", "loading", "image credit", "image source", "photo:", "photo by", "photo credit", "photograph:", "picture:", "image:",
        "(photo", "opens in new", "watch the video",
        "abonnieren", "abonniere", "jetzt abonnieren", "jetzt anmelden", "jetzt weiterlesen", "zum newsletter", "unser newsletter",
        "melden sie sich", "folgen sie uns", "folge uns", "folgt uns", "diese seite teilen", "artikel teilen", "teilen", "möchten sie den artikel",
        "war der artikel", "gefällt dir", "gefällt ihnen", "der artikel gefällt", "anzeige", "werbung", "kommentar schreiben", "kommentare",
        "hinweis der redaktion", "alle rechte vorbehalten", "bildquelle", "bild:", "foto:", "fotos:", "beitragsbild", "bildrechte", "quelle:",
        "quellen:", "empfohlene redaktionelle",
        "abonnez-vous", "inscrivez-vous", "s'abonner", "suivez-nous", "partager", "publicité", "newsletter", "crédit photo", "photo :",
        "tous droits réservés", "réservé aux abonnés", "pour accéder", "il vous reste",
        "suscríbete", "suscribite", "suscríbase", "síguenos", "siga-nos", "únete", "compartir", "publicidad", "comparte", "registrate", "regístrate",
        "todos los derechos", "inscreva-se", "assine", "publicidade", "compartilhe", "siga o", "iscriviti", "riproduzione riservata",
        "© riproduzione", "pubblicità", "seguici",
        "реклама", "источник:", "фото:", "подписывайтесь", "підписуйтесь", "reklam", "reklama", "materiał chroniony", "zdjęcie", "fot.", "źródło:",
        "무단전재", "저작권자", "ⓒ",
    ];

    // Whom a picture is from.
    private static readonly string[] Credits = ["©", "Getty Images", "AP Photo", "AFP via", "/AFP", "/ AFP", "/dpa", "Shutterstock", "iStock",
        "imago images", "picture alliance", "picture-alliance", "EPA-EFE", "Reuters/", "REUTERS/", "Alamy", "Bildrechte:", "AAP Image",
        "Photo: Supplied", "Image: Supplied"];

    private static readonly string[] Joining = ["ign up", "ubscribe", "inbox", "egister", "anmelden", "bonnier", "nscri", "uscrí", "ssine"];

    private static readonly string[] Channels = ["on Google News", "en Google News", "bei Google News", "sur Google News", "no Google News",
        "WhatsApp-Kanal", "WhatsApp channel", "canal de WhatsApp", "canal de Telegram", "canale WhatsApp", "Telegram channel", "Telegram-Kanal"];

    public static bool IsOne(TextBlock block) =>
        block.Mass <= LongestLine
            && (BeginsWithOne(block, Onward) || BeginsWithOne(block, Notices) || HasOneOf(block.Text, Credits) || IsInvitation(block.Text));

    // A newsletter or a channel and the wish that one take it, wherever in the line.
    private static bool IsInvitation(string text) =>
        (text.Contains("newsletter", StringComparison.OrdinalIgnoreCase) && HasOneOf(text, Joining)) || HasOneOf(text, Channels);

    private static bool HasOneOf(string text, string[] parts)
    {
        foreach (var part in parts)
        {
            if (text.Contains(part, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A heading over links to other articles.</summary>
    public static bool LeadsOnward(TextBlock block) => block.Mass <= LongestLine && BeginsWithOne(block, Onward);

    private static bool BeginsWithOne(TextBlock block, string[] phrases)
    {
        var text = block.Text;
        var start = 0;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]) && text[start] is not '©' and not 'ⓒ' and not '(')
        {
            start++;
        }

        // "Related" is a label, "Related companies were asked to wait." a sentence.
        var isSentence = block.EndsSentence && block.LinkDensity < 0.3;
        var line = text.AsSpan(start);
        foreach (var phrase in phrases)
        {
            if (line.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && EndsWord(line, phrase)
                && !(isSentence && !phrase.Contains(' ', StringComparison.Ordinal) && line.Length > phrase.Length && line[phrase.Length] == ' '))
            {
                return true;
            }
        }

        return false;
    }

    // In scripts without spaces any place ends a word.
    private static bool EndsWord(ReadOnlySpan<char> line, string phrase) =>
        line.Length == phrase.Length || !char.IsLetter(line[phrase.Length]) || !char.IsLetter(phrase[^1]) || phrase[^1] > '\u3000';
}
