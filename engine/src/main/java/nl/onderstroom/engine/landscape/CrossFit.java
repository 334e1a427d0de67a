package nl.onderstroom.engine.landscape;

/**
 * How each group voted on each statement, when that statement had no say in who is in the group.
 * Groups are made from votes; testing whether they differ on the same votes would find differences
 * in noise. So the statements are dealt into {@value #FOLDS} parts, and for each part people are
 * placed by their votes on the other parts only.
 */
final class CrossFit {
  private static final int FOLDS = 5;

  private CrossFit() {}

  static GroupVotes of(
      Votes votes, SpaceFit.Fitted fitted, GroupSearch search, Mixture mixture, Workers workers) {
    GroupVotes all = new GroupVotes(mixture.groups(), votes.statements());
    for (int fold = 0; fold < FOLDS; fold++) {
      int own = fold;
      Votes others = votes.where(statement -> statement % FOLDS != own);
      Places places = SpaceFit.places(others, Reading.OPINION, fitted, workers);
      Messages messages = Messages.of(places, mixture.dimensions(), workers);
      int[] labels = MixtureFit.groups(messages, mixture, search.people(), workers);
      GroupVotes found = GroupVotes.of(votes, labels, mixture.groups());
      for (int group = 0; group < mixture.groups(); group++) {
        for (int statement = own; statement < votes.statements(); statement += FOLDS) {
          all.counts()[group][statement] = found.counts()[group][statement];
        }
      }
    }
    return all;
  }
}
