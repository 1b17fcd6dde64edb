using Monitor.Benchmarks;
using Monitor.Benchmarks.Measuring;

IReadOnlyList<Benchmark> chosen = args.Length == 0 ? Catalogue.All : [.. Catalogue.All.Where(b => args.Any(a => b.Name == a || b.Name.StartsWith(a + "-", StringComparison.Ordinal)))];
if (chosen.Count == 0)
{
    Console.Error.WriteLine($"there is no benchmark {string.Join(' ', args)}; there are: {string.Join(", ", Catalogue.All.Select(b => b.Name))}");
    return 2;
}

var missed = 0;
foreach (var benchmark in chosen)
{
    var (line, isMissed) = benchmark.Run();
    Console.WriteLine(line);
    missed += isMissed ? 1 : 0;
}

return missed == 0 ? 0 : 1;
