package nl.onderstroom.quality.landscape;

import java.util.Arrays;
import nl.onderstroom.engine.landscape.Landscape;
import nl.onderstroom.engine.landscape.LandscapeFit;
import nl.onderstroom.engine.landscape.LandscapeOptions;
import nl.onderstroom.engine.landscape.Participant;

/** Candidate B, the engine's own: an opinion space and a mixture in it. */
final class LandscapeFitMethod implements Method {
  @Override
  public String name() {
    return "B space";
  }

  @Override
  public Found find(Conversation conversation) {
    LandscapeFit fit = LandscapeFit.of(conversation.engineVotes(), LandscapeOptions.usual());
    Landscape landscape = fit.landscape();
    int[] groups = new int[conversation.people()];
    Arrays.fill(groups, -1);
    for (Participant participant : landscape.participants()) {
      groups[Integer.parseInt(participant.id())] = participant.group().orElse(-1);
    }
    return new Found(
        landscape.groups().size(),
        groups,
        (person, statement) ->
            fit.predict(Integer.toString(person), Integer.toString(statement)).agree());
  }
}
