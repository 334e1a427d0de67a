package nl.onderstroom.quality.landscape;

/** A method made independent of the order and the names of people and statements. */
record InCanonicalOrder(Method method) implements Method {
  @Override
  public String name() {
    return method.name();
  }

  @Override
  public Found find(Conversation conversation) {
    Conversation.Reordered canonical = conversation.canonical();
    Found found = method.find(canonical.conversation());
    int[] groups = new int[found.groups().length];
    int[] person = inverse(canonical.people());
    int[] statement = inverse(canonical.statements());
    for (int at = 0; at < groups.length; at++) {
      groups[at] = found.groups()[person[at]];
    }
    return new Found(
        found.k(), groups, (who, what) -> found.agreement().of(person[who], statement[what]));
  }

  private static int[] inverse(int[] order) {
    int[] inverse = new int[order.length];
    for (int at = 0; at < order.length; at++) {
      inverse[order[at]] = at;
    }
    return inverse;
  }
}
