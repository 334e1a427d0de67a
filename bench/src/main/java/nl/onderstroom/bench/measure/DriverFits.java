package nl.onderstroom.bench.measure;

import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.onderstroom.engine.drivers.DriverRecords;
import nl.onderstroom.engine.drivers.ImportanceBootstrap;
import nl.onderstroom.engine.drivers.LindemanMerendaGold;
import nl.onderstroom.engine.drivers.Resampling;
import nl.onderstroom.engine.measure.Interval;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From arrays of scores to what goes together with an outcome. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DriverFits {
  static final int PEOPLE = 5000;
  private static final Resampling RESAMPLING = new Resampling(1000, 1, 2);

  /** How many drivers. */
  @Param("10")
  public int subject = 10;

  private MadeDrivers made = MadeDrivers.of(0, 0, 0);

  /** As JMH makes it. */
  static DriverFits of(int drivers) {
    var fits = new DriverFits();
    fits.subject = drivers;
    fits.make();
    return fits;
  }

  static MadeDrivers made(int drivers) {
    return MadeDrivers.of(PEOPLE, drivers, 1);
  }

  /** Makes the scores, once. */
  @Setup
  public void make() {
    made = made(subject);
  }

  /** Each driver's part of R². */
  @Benchmark
  public double[] parts() {
    return LindemanMerendaGold.parts(records().sums());
  }

  /** How sure the parts are. */
  @Benchmark
  public ImportanceBootstrap bootstrap() {
    return ImportanceBootstrap.ofPeople(records(), RESAMPLING);
  }

  List<Double> firstPart() {
    return List.of(parts()[0]);
  }

  List<Double> firstInterval() {
    Interval interval = bootstrap().part(0);
    return List.of(interval.low(), interval.high());
  }

  private DriverRecords records() {
    return new DriverRecords("y", made.names(), made.outcome(), made.drivers());
  }
}
