package nl.onderstroom.server.answers;

import java.util.List;
import java.util.Map;

/**
 * What was in the boxes of a round when it closed.
 *
 * @param sheets of each cohort; of what was taken back there are none
 * @param worries in no order that means anything
 */
record Emptied(Map<Integer, List<Sheet>> sheets, List<String> worries) {}
