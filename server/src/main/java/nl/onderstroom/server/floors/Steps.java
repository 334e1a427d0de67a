package nl.onderstroom.server.floors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.onderstroom.engine.disclosure.Floors;

/**
 * All steps taken so far. What is in force and what is proposed follow from them; nothing else is
 * kept.
 *
 * @param all in the order taken
 */
record Steps(List<Step> all) {
  Steps {
    all = List.copyOf(all);
  }

  /** Those in force. */
  Floors floors() {
    return all.reversed().stream()
        .filter(step -> step.kind() == Step.Kind.RAISED || step.kind() == Step.Kind.LOWERED)
        .findFirst()
        .map(Step::floors)
        .orElse(Floors.DEFAULT);
  }

  /** The proposal that waits for the works council: whatever else was decided since ends it. */
  Optional<Proposal> open() {
    var agreements = new ArrayList<Step>();
    for (Step step : all.reversed()) {
      switch (step.kind()) {
        case AGREED -> agreements.addFirst(step);
        case PROPOSED -> {
          return Optional.of(new Proposal(step, agreements));
        }
        case RAISED, REFUSED, WITHDRAWN, LOWERED -> {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
