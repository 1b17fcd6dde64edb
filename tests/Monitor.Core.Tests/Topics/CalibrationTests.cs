using Monitor.Core.Topics;
using Monitor.Core.Topics.Calibration;

namespace Monitor.Core.Tests.Topics;

public class CalibrationTests
{
    private static readonly TopicFile File = new("ferries.yaml", """
        # The author's note stays.
        id: ferries
        signals:
          - id: ferry
            any: [ferry, ferries]   # so does this
            weight: 0.8
          - { id: crossing, any: [crossing], weight: 0.4 }
          - id: river
            any: [river]
            weight: -0.4
        prominence:
          title: 1
          spread: 1
        samples:
          must: [The ferry of the crossing left.]
        """);

    private static readonly LabelledArticle[] Articles =
    [
        Article("central", 2, "Ferry breaks down", "The ferry stopped. The ferry was towed. Passengers of the ferry slept on the ferry."),
        Article("central-too", 2, "New ferry", "The ferry will come in May. A ferry costs a lot. The ferry is white."),
        Article("passing", 1, "Wellington in May", "It rained. Shops were shut. Nobody came. A ferry left. It rained again, and the wind got up in the night."),
        Article("passing-too", 1, "Picton", "Sheep. Pies. Boats, and one ferry. A school. A museum with a hull in it, and a shop that sells fudge."),
        Article("crossing", 0, "Level crossing closed", "The crossing at Paekākāriki is shut. The crossing opens on Monday."),
        Article("river", 0, "Punts", "There was a ferry on the river once, at the river's mouth."),
        Article("nothing", 0, "Trams", "Trams ran."),
    ];

    [Fact]
    public void Fitted_weights_keep_the_signs_and_stay_near_what_the_author_wrote()
    {
        var report = Fit(File);
        report.Articles.ShouldBe(7);
        report.Weights.Select(w => w.Signal).ShouldBe(["ferry", "crossing", "river"]);
        foreach (var weight in report.Weights)
        {
            (weight.Fitted / weight.Author).ShouldBeInRange(0.5, 1.5, weight.Signal);
        }

        report.Weights[0].Fitted.ShouldBeGreaterThan(1);
        report.Weights[2].Fitted.ShouldBeLessThan(-0.4);
        report.FittedProminence.ToArray().ShouldAllBe(p => p >= 0);
    }

    [Fact]
    public void A_fit_makes_right_what_was_missed()
    {
        var report = Fit(File);
        report.Matched.Current.ShouldBe(new Quality(0, 0, 4));
        report.Matched.Fitted.ShouldBe(new Quality(4, 0, 0));
        report.Central.Fitted.ShouldBe(new Quality(2, 0, 0));
    }

    [Fact]
    public void Leave_one_out_judges_each_article_by_a_fit_without_it()
    {
        // The only article that shows that a river speaks against ferries: left out, nothing else teaches it.
        var strict = File with { Text = File.Text.Replace("weight: -0.4", "weight: -0.2") };
        var report = Fit(strict, [.. Articles.Where(a => a.Id != "nothing"), Article("more", 1, "", "A ferry."), Article("and-more", 1, "", "The ferry.")]);
        report.Matched.LeaveOneOut.Missed.ShouldBe(0);
        report.NearestMatch.Single(a => a.Article == "river").Margin.ShouldBeGreaterThan(
            SumOf(report, "ferry", "river") - 1, "without it the weight of the river falls back towards the author's");
    }

    [Fact]
    public void The_report_names_the_articles_nearest_to_the_line_first()
    {
        var nearest = Fit(File).NearestMatch;
        nearest.ShouldNotContain(a => a.Article == "nothing", "what fires nothing is near no line");
        nearest.Select(a => Math.Abs(a.Margin)).ShouldBeInOrder();
        nearest.ShouldContain(a => a.Article == "passing" && a.Label == 1 && a.Title == "Wellington in May");
    }

    [Fact]
    public void A_topic_that_an_article_was_not_judged_for_learns_nothing_from_it() =>
        Fit(File, [.. Articles, new LabelledArticle("unjudged", new TopicDocument("ferry", "", ""), new Dictionary<string, int>(), "")]).Articles.ShouldBe(7);

    [Fact]
    public void The_file_keeps_every_other_character()
    {
        var report = Fit(File);
        var written = CalibratedFile.Write(File, report);
        written.ShouldContain("# The author's note stays.");
        written.ShouldContain("any: [ferry, ferries]   # so does this\n    weight: 0.8\n    fitted: ");
        written.ShouldContain("- { id: crossing, any: [crossing], weight: 0.4, fitted: ");
        written.ShouldContain("prominence:\n  { title: ");
        written.ShouldContain("samples:\n  must: [The ferry of the crossing left.]");
        TopicSet.Load([File with { Text = written }]).Set!.Topics[0].Signals.Select(s => s.Weight).ShouldBe(report.Weights.Select(w => w.Fitted));
    }

    [Fact]
    public void Fitting_twice_is_fitting_once()
    {
        var once = File with { Text = CalibratedFile.Write(File, Fit(File)) };
        CalibratedFile.Write(once, Fit(once)).ShouldBe(once.Text);
    }

    [Fact]
    public void A_file_without_prominence_is_given_one()
    {
        var bare = File with { Text = File.Text.Replace("prominence:\n  title: 1\n  spread: 1\n", "") };
        TopicSet.Load([bare with { Text = CalibratedFile.Write(bare, Fit(bare)) }]).Set!.Topics[0].Prominence.ShouldBe(Fit(bare).FittedProminence);
    }

    [Fact]
    public void No_articles_change_nothing() =>
        Fit(File, []).Weights.ShouldAllBe(w => w.Fitted == w.Author);

    private static double SumOf(CalibrationReport report, params string[] signals) =>
        report.Weights.Where(w => signals.Contains(w.Signal)).Sum(w => w.Fitted);

    private static CalibrationReport Fit(TopicFile file, LabelledArticle[]? articles = null) =>
        TopicCalibration.Fit(TopicSet.Load([file]).Set!, "ferries", articles ?? Articles);

    private static LabelledArticle Article(string id, int label, string title, string text) =>
        new(id, new TopicDocument(title, "", text), new Dictionary<string, int> { ["ferries"] = label }, "");
}
