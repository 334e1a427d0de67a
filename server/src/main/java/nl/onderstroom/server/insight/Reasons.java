package nl.onderstroom.server.insight;

import java.util.Locale;
import nl.onderstroom.engine.disclosure.Floors;
import nl.onderstroom.engine.disclosure.Reason;
import nl.onderstroom.server.shell.Words;

/** Why something is not shown, in words, with what would be enough and never with what there is. */
public record Reasons(Words words, Floors floors) {

  public String ofUnit(Reason reason) {
    return keyed("insight.withheld.", reason);
  }

  public String ofFigure(Reason reason) {
    return keyed("insight.hidden.", reason);
  }

  /** So short that it fits in a drawing. */
  String inDrawing(Reason reason) {
    return keyed("insight.fog.", reason);
  }

  private String keyed(String prefix, Reason reason) {
    return words.say(
        prefix + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        words.number(floors.numbers(), 0),
        words.number(floors.distributions(), 0));
  }
}
