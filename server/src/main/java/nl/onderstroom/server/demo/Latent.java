package nl.onderstroom.server.demo;

/** What moves under the waterline and shows only through answers. In standard deviations, about. */
enum Latent {
  /** Expecting good of AI. */
  EXPECTANCY,
  /** Feeling threatened by it. */
  THREAT,
  /** Fearing for one's job. */
  JOB_THREAT,
  /** Confidence that one can keep up. */
  KEEPING_UP,
  /** Liking what is new. */
  OPENNESS,
  /** Safety in the team to say what worries you. */
  SAFETY,
  /** Example the lead of the team sets. */
  EXAMPLE,
  /** Seeing where the company is heading. */
  CLARITY,
  /** Getting the help to learn. */
  SUPPORT,
  /** Using and trying. */
  PRACTICE,
  /** Yea-saying: agreeing with any statement, whatever it says. */
  STYLE
}
