using System.Text;
using Monitor.Core.Articles;

namespace Monitor.Core.Tests.Articles;

public class PageEncodingTests
{
    private const string Sentence = "Le café de la gare était fermé mardi, a déclaré le maire à la presse réunie devant la porte.";

    [Theory]
    [InlineData("the header", "iso-8859-1", "text/html; charset=ISO-8859-1", "")]
    [InlineData("a meta element", "windows-1252", null, "<meta charset='windows-1252'>")]
    [InlineData("an http-equiv element", "windows-1252", null, "<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'>")]
    [InlineData("nothing, UTF-8", "utf-8", null, "")]
    [InlineData("nothing, Western", "windows-1252", null, "")]
    [InlineData("a wrong header over UTF-8", "utf-8", "text/html; charset=iso-8859-1", "")]
    [InlineData("a header that says UTF-8 over Western bytes", "windows-1252", "text/html; charset=utf-8", "<meta charset='windows-1252'>")]
    [InlineData("an unknown name", "utf-8", "text/html; charset=klingon", "")]
    public void Is_told_by(string what, string encoding, string? contentType, string head)
    {
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetBytes($"<html><head>{head}</head><body><p>{Sentence}</p></body></html>");
        ArticleReader.Read(bytes, new PageHints(contentType)).Text.ShouldBe(Sentence, what);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void A_byte_order_mark_beats_all(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes($"<html><body><p>{Sentence}</p></body></html>")];
        ArticleReader.Read(bytes, new PageHints("text/html; charset=iso-8859-1")).Text.ShouldBe(Sentence);
    }

    [Theory]
    [InlineData("shift_jis", "港のフェリーは火曜日の正午に出発し、一時間後に引き返した。乗客九十人にけがはなかったと港長が述べた。")]
    [InlineData("gb2312", "周二中午，渡轮载着九十名乘客离开码头，一小时后返航，港务局长说无人受伤，明天早上将再次启航。")]
    [InlineData("euc-kr", "화요일 정오에 아흔 명을 태우고 부두를 떠난 여객선이 한 시간 뒤에 돌아왔다고 항만 책임자가 말했다.")]
    public void Legacy_encodings_of_the_region_are_read(string label, string sentence)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(label == "euc-kr" ? "ks_c_5601-1987" : label)!.GetBytes($"<html><head><meta charset='{label}'></head><body><p>{sentence}</p></body></html>");
        ArticleReader.Read(bytes).Text.ShouldBe(sentence);
    }
}
