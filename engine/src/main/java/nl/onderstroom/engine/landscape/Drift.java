package nl.onderstroom.engine.landscape;

/**
 * How far votes have moved on since they were looked at.
 *
 * @param looked votes when everything was looked at
 * @param sinceLook votes changed since then
 * @param swept votes at the last sweep
 * @param sinceSweep votes changed since then
 */
record Drift(long looked, long sinceLook, long swept, long sinceSweep) {
  /** When a larger share of votes has changed, everybody is placed and the groups found again. */
  static final double SWEEP = 0.01;

  /** When a larger share of votes has changed, everything is looked at as if for the first time. */
  static final double LOOK = 0.1;

  static Drift none(Votes votes) {
    return new Drift(votes.size(), 0, votes.size(), 0);
  }

  Drift plus(Change change) {
    return new Drift(looked, sinceLook + change.size(), swept, sinceSweep + change.size());
  }

  Drift afterSweep(Votes votes) {
    return new Drift(looked, sinceLook, votes.size(), 0);
  }

  boolean wantsSweep() {
    return sinceSweep > SWEEP * swept;
  }

  boolean wantsLook() {
    return sinceLook > LOOK * looked;
  }
}
